package io.wirewatch.annotate.tagger;

import io.wirewatch.language.Tokens;
import java.util.Arrays;
import java.util.stream.Stream;

/** The words of one text as the tagger sees them, each by its place. */
public final class Words {
  /** The most words in lower case that stand within a name in a row: "of the". */
  private static final int WIDEST_BRIDGE = 3;

  /** Hashes of words, rising. */
  private static final int[] BRIDGES =
      Stream.of(
              "of", "the", "and", "for", "in", "on", "at", "to", "with", "by", "de", "la", "le",
              "del", "di", "da", "do", "dos", "das", "du", "des", "von", "van", "der", "den", "al",
              "el", "ul", "ur", "bin", "ben", "ibn", "bint", "abu", "abd", "e", "y", "i", "a", "as",
              "ad", "ash", "an", "ar", "at", "az", "s", "d", "l", "o", "et", "und", "za", "us")
          .mapToInt(word -> hash(word, 0, word.length()))
          .sorted()
          .toArray();

  final Tokens tokens;
  final int size;
  final int[] lower;
  final int[] paths;
  final int[] known;
  final Shape[] shapes;
  final Gap[] gaps;
  final boolean[] candidates;

  /**
   * For each capitalised word its next occurrence with a capital, the first after the last; itself
   * where it is alone.
   */
  final int[] others;

  /** For each capitalised word whether the text has it in lower case too. */
  final boolean[] lowered;

  /**
   * The words of a text.
   *
   * @param known for each word what the gazetteer says of it there, 0 for nothing
   */
  Words(Tokens tokens, int[] known, WordClusters clusters) {
    this.tokens = tokens;
    this.known = known;
    size = tokens.size();
    lower = new int[size];
    paths = new int[size];
    shapes = new Shape[size];
    gaps = new Gap[size];
    candidates = new boolean[size];
    others = new int[size];
    lowered = new boolean[size];
    String text = tokens.text();
    for (int i = 0; i < size; i++) {
      lower[i] = hash(text, tokens.start(i), tokens.end(i));
      paths[i] = clusters.path(lower[i]);
      shapes[i] = Shape.of(text, tokens.start(i), tokens.end(i));
      gaps[i] = Gap.before(tokens, i);
    }
    markCandidates();
    linkOccurrences();
  }

  private void linkOccurrences() {
    int capacity = Integer.highestOneBit(Math.max(4, size)) << 2;
    int[] lasts = new int[capacity];
    boolean[] lowers = new boolean[capacity];
    int[] firsts = new int[capacity];
    for (int i = 0; i < size; i++) {
      int slot = slot(i, lasts);
      if (capital(i)) {
        if (lasts[slot] == 0 || !capital(lasts[slot] - 1)) {
          firsts[slot] = i;
          others[i] = i;
        } else {
          others[lasts[slot] - 1] = i;
          others[i] = firsts[slot];
        }
        lasts[slot] = i + 1;
      } else {
        lowers[slot] = true;
        if (lasts[slot] == 0) {
          lasts[slot] = i + 1;
        }
      }
    }
    for (int i = 0; i < size; i++) {
      lowered[i] = capital(i) && lowers[slot(i, lasts)];
    }
  }

  /** The place of a word in a table of the words met before. */
  private int slot(int word, int[] lasts) {
    int mask = lasts.length - 1;
    int slot = mix(lower[word]) & mask;
    while (lasts[slot] != 0 && lower[lasts[slot] - 1] != lower[word]) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** The hash of a word in lower case. */
  public static int hash(String text, int start, int end) {
    int hash = 0x811C9DC5;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      char small =
          c < 0x80 ? (c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c) : Character.toLowerCase(c);
      hash = (hash ^ small) * 0x01000193;
    }
    return hash;
  }

  /** Spreads the bits of a number. */
  static int mix(int value) {
    int mixed = (value ^ (value >>> 16)) * 0x85EBCA6B;
    mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
    return mixed ^ (mixed >>> 16);
  }

  /** Whether a word can be part of a name; all others are outside without further thought. */
  boolean isCandidate(int word) {
    return candidates[word];
  }

  /** Where the stretch of candidates that begins with this word ends, exclusive. */
  int end(int first) {
    int end = first + 1;
    while (end < size && candidates[end] && !gaps[end].breaks()) {
      end++;
    }
    return end;
  }

  private void markCandidates() {
    int lastCapital = -1;
    for (int i = 0; i < size; i++) {
      if (gaps[i].breaks()) {
        lastCapital = -1;
      }
      if (shapes[i].hasCapital()) {
        candidates[i] = true;
        bridge(lastCapital, i);
        lastCapital = i;
      } else if (isNumber(i) && besideCapital(i)) {
        candidates[i] = true;
        bridge(lastCapital, i);
        lastCapital = i;
      } else if (TakenApart.joined(tokens, i) && shapes[i] == Shape.LOWER && capital(i + 1)) {
        candidates[i] = true;
        bridge(lastCapital, i);
        lastCapital = i;
      }
    }
  }

  private void bridge(int from, int to) {
    if (from < 0 || to - from - 1 > WIDEST_BRIDGE) {
      return;
    }
    for (int i = from + 1; i < to; i++) {
      if (!isBridge(i)) {
        return;
      }
    }
    for (int i = from + 1; i < to; i++) {
      candidates[i] = true;
    }
  }

  private boolean isBridge(int word) {
    return shapes[word] == Shape.LOWER && Arrays.binarySearch(BRIDGES, lower[word]) >= 0;
  }

  private boolean isNumber(int word) {
    return shapes[word] == Shape.DIGITS || shapes[word] == Shape.DIGITS_AND_LETTERS;
  }

  private boolean besideCapital(int word) {
    boolean before = word > 0 && !gaps[word].breaks() && capital(word - 1);
    boolean after = word + 1 < size && !gaps[word + 1].breaks() && capital(word + 1);
    return before || after;
  }

  private boolean capital(int word) {
    return shapes[word].hasCapital();
  }
}
