package io.wirewatch.enrich.story;

import io.wirewatch.language.Tokens;

/** The words of one text as hashes of their folded forms, and which of them are particulars. */
final class TextWords {
  /* A particular is a number, or a word in capitals: what differs between two reports from one template ("rose to 4.151
   * billion on Feb 25"). Where more than three of four words have capitals, only numbers are. Scripts without capitals have numbers alone; so
   * has the first word of a sentence, where every word has one. */
  private final Tokens tokens;
  private final boolean isCapitalsTell;
  private final boolean areNamesMarked;

  private TextWords(Tokens tokens) {
    this.tokens = tokens;
    int capitals = 0;
    int small = 0;
    for (int i = 0; i < tokens.size(); i++) {
      capitals += isCapital(i) ? 1 : 0;
      small += Character.isLowerCase(first(i)) ? 1 : 0;
    }
    isCapitalsTell = 4 * capitals <= 3 * tokens.size();
    areNamesMarked = isCapitalsTell && 2 * (capitals + small) > tokens.size();
  }

  static TextWords of(String text) {
    return new TextWords(Tokens.of(text));
  }

  int size() {
    return tokens.size();
  }

  /** Whether capitals tell names from other words: not in scripts that have none. */
  boolean areNamesMarked() {
    return areNamesMarked;
  }

  boolean isParticular(int i) {
    return Character.isDigit(first(i)) || (isCapitalsTell && isCapital(i) && !startsSentence(i));
  }

  /** Whether a line or a sentence begins there; the dot of 1.5 ends none. */
  boolean startsSentence(int i) {
    int from = i == 0 ? 0 : tokens.end(i - 1);
    boolean isEnd = i == 0;
    for (int at = from; at < tokens.start(i); at++) {
      char c = tokens.text().charAt(at);
      isEnd |=
          c == '\n' || ((c == '.' || c == '!' || c == '?' || c == '؟') && at + 1 < tokens.start(i));
    }
    return isEnd;
  }

  private boolean isCapital(int i) {
    return Character.isUpperCase(first(i));
  }

  private char first(int i) {
    return tokens.text().charAt(tokens.start(i));
  }

  /** The hash of {@link Tokens#folded}, without making that where the word is plain ASCII. */
  long hash(int i) {
    String text = tokens.text();
    long hash = Hashes.SEED;
    for (int at = tokens.start(i); at < tokens.end(i); at++) {
      char c = text.charAt(at);
      if (c >= 0x80) {
        return hash(tokens.folded(i));
      }
      if (c != '.' && c != '\'' && c != '`') {
        hash = Hashes.and(hash, c >= 'A' && c <= 'Z' ? c + 32 : c);
      }
    }
    return Hashes.mixed(hash);
  }

  private static long hash(String folded) {
    long hash = Hashes.SEED;
    for (int at = 0; at < folded.length(); at++) {
      hash = Hashes.and(hash, folded.charAt(at));
    }
    return Hashes.mixed(hash);
  }

  /** All words in their order. */
  long whole(long from) {
    long whole = from;
    for (int i = 0; i < tokens.size(); i++) {
      whole = Hashes.and(whole, hash(i));
    }
    return whole;
  }
}
