package io.wirewatch.annotate;

import io.wirewatch.language.Tokens;

/** How a text is written: capitals, sentences, headline style, dateline. */
final class TextShape {
  private static final int SHORT_WORD = 3;
  private static final int DATELINE_REACH = 60;
  private static final int LEAD = 300;

  private final Tokens tokens;
  private final boolean titled;
  private final int datelineEnd;

  TextShape(Tokens tokens, Field field) {
    this.tokens = tokens;
    this.titled = field == Field.HEADLINE && titled(tokens);
    this.datelineEnd = datelineEnd(tokens.text());
  }

  /** Whether nearly all words have capitals, so that a capital tells nothing. */
  boolean titled() {
    return titled;
  }

  /** Whether the place stands before the dash, colon or slash with which many wires begin. */
  boolean inDateline(int end) {
    return end <= datelineEnd;
  }

  boolean inLead(int start) {
    return start < LEAD;
  }

  boolean capital(int word) {
    return Character.isUpperCase(tokens.text().codePointAt(tokens.start(word)));
  }

  /** Whether all letters of the word are capitals, two at least. */
  boolean capitals(int word) {
    int letters = 0;
    for (int at = tokens.start(word); at < tokens.end(word); at++) {
      char c = tokens.text().charAt(at);
      if (Character.isLowerCase(c)) return false;
      if (Character.isLetter(c)) letters++;
    }
    return letters >= 2;
  }

  /** Whether a word follows the one before it after blanks only, on the same line. */
  boolean follows(int word) {
    if (word == 0) return false;
    for (int at = tokens.end(word - 1); at < tokens.start(word); at++) {
      char c = tokens.text().charAt(at);
      if (!Character.isWhitespace(c) || c == '\n') return false;
    }
    return true;
  }

  boolean sentenceStart(int word) {
    if (word == 0) return true;
    int from = tokens.end(word - 1);
    boolean abbreviation = from - tokens.start(word - 1) <= SHORT_WORD && capital(word - 1);
    for (int at = from; at < tokens.start(word); at++) {
      char c = tokens.text().charAt(at);
      if (c == '.' && abbreviation) continue;
      if (".!?\n:;…“”\"«»•".indexOf(c) >= 0) return true;
    }
    return false;
  }

  private static boolean titled(Tokens tokens) {
    int words = 0;
    int capitals = 0;
    for (int i = 0; i < tokens.size() && i < 60; i++) {
      if (tokens.end(i) - tokens.start(i) <= SHORT_WORD) continue;
      words++;
      if (Character.isUpperCase(tokens.text().charAt(tokens.start(i)))) capitals++;
    }
    return words >= 3 && capitals * 10 >= words * 7;
  }

  private static int datelineEnd(String text) {
    int reach = Math.min(text.length(), DATELINE_REACH);
    for (int at = 1; at < reach; at++) {
      char c = text.charAt(at);
      boolean spaced = text.charAt(at - 1) == ' ';
      if (c == '–'
          || c == '—'
          || c == '/'
          || c == ':'
          || (c == '-' && (spaced || text.startsWith("- ", at)))) return at;
      if (c == '\n' || c == '؟' || c == '?') return 0;
    }
    return 0;
  }
}
