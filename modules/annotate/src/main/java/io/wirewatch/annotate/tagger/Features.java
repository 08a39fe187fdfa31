package io.wirewatch.annotate.tagger;

import io.wirewatch.annotate.KnownNames;

/** Makes the features of a word: rows of the model's table, by hashing. */
final class Features {
  /** The most features that a word has. */
  static final int MOST = 128;

  private static final int[] PREFIX_BITS = {4, 6, 10, 20};
  private static final int BEFORE_ALL = 0x5bd1e995;
  private static final int NAMES = (1 << KnownNames.PERSON_NAME) - 1;
  private static final int FIRST_ELSEWHERE = 200;
  private static final int MOST_ELSEWHERE = 4;
  private static final int AFTER_ALL = 0x1b873593;

  private final Words words;
  private final int shift;
  private int[] rows = new int[0];
  private int size;
  private int template;

  /**
   * Of the words of a text.
   *
   * @param bits the table has two to this power rows
   */
  Features(Words words, int bits) {
    this.words = words;
    this.shift = 32 - bits;
  }

  /** Writes the rows of a word and says how many there are. */
  int of(int word, int[] into) {
    rows = into;
    size = 0;
    template = 0;
    addWords(word);
    addLetters(word);
    addShapes(word);
    addClusters(word);
    addKnown(word);
    addElsewhere(word);
    return size;
  }

  private void addWords(int i) {
    int own = words.lower[i];
    int before = lower(i, -1);
    int after = lower(i, 1);
    add(1);
    add(own);
    add(own * 31 + words.shapes[i].code());
    add(before);
    add(after);
    add(lower(i, -2));
    add(lower(i, 2));
    add(before * 31 + own);
    add(own * 31 + after);
    add(before * 31 + after);
    add(lower(i, -2) * 31 + before);
    add(after * 31 + lower(i, 2));
  }

  private void addLetters(int i) {
    String text = words.tokens.text();
    int start = words.tokens.start(i);
    int end = words.tokens.end(i);
    for (int length = 2; length <= 4; length++) {
      add(end - start > length ? Words.hash(text, start, start + length) : 0);
    }
    for (int length = 1; length <= 4; length++) {
      add(end - start > length ? Words.hash(text, end - length, end) : 0);
    }
  }

  private void addShapes(int i) {
    int own = shape(i, 0);
    int before = shape(i, -1);
    int after = shape(i, 1);
    int gapBefore = words.gaps[i].code();
    int gapAfter = i + 1 < words.size ? words.gaps[i + 1].code() : 0;
    add(own);
    add(before * 16 + own);
    add(own * 16 + after);
    add((before * 16 + own) * 16 + after);
    add(gapBefore * 16 + own);
    add(gapAfter * 16 + own);
    add((gapBefore * 16 + gapAfter) * 16 + own);
    add((shape(i, -2) * 16 + before) * 16 + own);
    add((own * 16 + after) * 16 + shape(i, 2));
    add(gapBefore * 31 + lower(i, -1));
    add(gapAfter * 31 + lower(i, 1));
  }

  private void addClusters(int i) {
    int own = path(i, 0);
    int before = path(i, -1);
    int after = path(i, 1);
    for (int bits : PREFIX_BITS) {
      add(WordClusters.prefix(own, bits));
      add(WordClusters.prefix(before, bits));
      add(WordClusters.prefix(after, bits));
    }
    add(WordClusters.prefix(path(i, -2), 8));
    add(WordClusters.prefix(path(i, 2), 8));
    add(WordClusters.prefix(before, 10) * 31 + WordClusters.prefix(own, 10));
    add(WordClusters.prefix(own, 10) * 31 + WordClusters.prefix(after, 10));
    add(WordClusters.prefix(before, 8) * 31 + WordClusters.prefix(after, 8));
    add(WordClusters.prefix(own, 20) * 31 + shape(i, 0));
  }

  private void addKnown(int i) {
    int own = known(i, 0);
    int before = known(i, -1);
    int after = known(i, 1);
    add(own);
    add(own * 31 + shape(i, 0));
    add(before);
    add(after);
    add(own * 31 + after);
    add(before * 31 + own);
    add(own * 31 + lower(i, -1));
    add(own * 31 + lower(i, 1));
    add(own * 31 + words.gaps[i].code());
    int person = person(i, 0);
    int personBefore = person(i, -1);
    int personAfter = person(i, 1);
    add(person);
    add(person * 16 + shape(i, 0));
    add(personBefore * 8 + person);
    add(person * 8 + personAfter);
    add((personBefore * 8 + person) * 8 + personAfter);
    add((person(i, -2) * 8 + personBefore) * 8 + person);
    add((person * 8 + personAfter) * 8 + person(i, 2));
    add(own * 8 + person);
    add(lower(i, -1) * 8 + person);
    add(person * 31 + lower(i, 1));
    add(words.gaps[i].code() * 64 + personBefore * 8 + person);
  }

  /**
   * What stands beside the same word elsewhere in the text: a name seen in full decides its short
   * forms.
   */
  private void addElsewhere(int i) {
    if (!words.shapes[i].hasCapital()) {
      return;
    }
    template = FIRST_ELSEWHERE;
    add(words.lowered[i] ? 1 : 0);
    int met = 0;
    for (int at = words.others[i]; at != i && met < MOST_ELSEWHERE; at = words.others[at]) {
      met++;
      template = FIRST_ELSEWHERE + 1;
      boolean joinedBefore = !words.gaps[at].breaks();
      boolean joinedAfter = at + 1 < words.size && !words.gaps[at + 1].breaks();
      add(joinedBefore ? lower(at, -1) : 1);
      add(joinedAfter ? lower(at, 1) : 1);
      add(joinedBefore ? shape(at, -1) : 16);
      add(joinedAfter ? shape(at, 1) : 16);
      add(joinedBefore ? WordClusters.prefix(path(at, -1), 10) : 1);
      add(joinedAfter ? WordClusters.prefix(path(at, 1), 10) : 1);
      add(known(at, 0));
    }
    template = FIRST_ELSEWHERE + 9;
    add(met);
  }

  private int known(int i, int offset) {
    int at = i + offset;
    return at < 0 || at >= words.size ? 0 : words.known[at] & NAMES;
  }

  private int person(int i, int offset) {
    int at = i + offset;
    return at < 0 || at >= words.size ? 0 : words.known[at] >>> KnownNames.PERSON_NAME;
  }

  private int lower(int i, int offset) {
    int at = i + offset;
    return at < 0 ? BEFORE_ALL : at >= words.size ? AFTER_ALL : words.lower[at];
  }

  private int path(int i, int offset) {
    int at = i + offset;
    return at < 0 || at >= words.size ? 1 : words.paths[at];
  }

  private int shape(int i, int offset) {
    int at = i + offset;
    return at < 0 || at >= words.size ? 15 : words.shapes[at].code();
  }

  private void add(int value) {
    template++;
    rows[size++] = Words.mix(value * 0x9E3779B1 + template * 0x85EBCA77) >>> shift;
  }
}
