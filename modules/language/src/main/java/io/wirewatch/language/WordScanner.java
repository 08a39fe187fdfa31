package io.wirewatch.language;

import java.util.Arrays;

/** Finds the words of one text in one pass; used once. */
final class WordScanner {
  private static final int LETTERS_A_WORD = 5;

  private final String text;
  private final AsciiBytes ascii;
  private int size;
  private int[] starts;
  private int[] ends;

  WordScanner(String text) {
    this.text = text;
    this.ascii = new AsciiBytes(text);
    this.starts = new int[text.length() / LETTERS_A_WORD + 4];
    this.ends = new int[starts.length];
  }

  Tokens scan() {
    int position = ascii.wordStart(0);
    while (position < text.length()) {
      int end = asciiEnd(position);
      if (end > position) {
        add(position, end);
        position = end;
      } else {
        position = next(position);
      }
      position = ascii.wordStart(position);
    }
    return new Tokens(text, ascii, size, starts, ends);
  }

  /** Adds the word that starts here, if one does; returns where to go on. */
  private int next(int position) {
    int codePoint = text.codePointAt(position);
    if (!isWordPart(codePoint)) {
      return position + Character.charCount(codePoint);
    }
    return isSingleLetter(position) && isDottedPair(position) ? acronym(position) : word(position);
  }

  /**
   * Where the word of ASCII that starts here ends, if what follows lets no doubt that it ends
   * there; else the start. Only a short way to what {@link #word} and {@link #acronym} would find.
   */
  private int asciiEnd(int start) {
    int end = ascii.wordEnd(start);
    int after = ascii.at(end);
    boolean doubt =
        after < 0 || after == '\'' || after == '`' || (after == '.' && end == start + 1);
    return doubt ? start : end;
  }

  private static boolean isAsciiWordPart(char c) {
    int letter = (c | 0x20) - 'a';
    int digit = c - '0';
    return (letter >= 0 && letter < 26) || (digit >= 0 && digit < 10);
  }

  static boolean isHyphen(int codePoint) {
    return codePoint == '-' || codePoint == '_' || codePoint == '‐' || codePoint == '‑';
  }

  /** Adds the word that starts here; returns where to go on. */
  private int word(int start) {
    int end = start;
    int apostrophe = -1;
    boolean letters = false;
    int position = start;
    while (position < text.length()) {
      int codePoint = text.codePointAt(position);
      int next = position + Character.charCount(codePoint);
      if (Apostrophes.isApostrophe(codePoint) && joinsLetters(position, next)) {
        apostrophe = letters ? position : -1;
      } else if (isWordPart(codePoint)) {
        letters = letters || carriesMeaning(codePoint);
        end = next;
      } else if (Character.getType(codePoint) != Character.FORMAT) {
        break;
      }
      position = next;
    }
    if (letters) {
      add(
          start,
          apostrophe > start && Apostrophes.setsOffEnding(text, start, apostrophe, end)
              ? apostrophe
              : end);
    }
    return Math.max(position, end);
  }

  private boolean joinsLetters(int position, int next) {
    return position > 0
        && next < text.length()
        && Character.isLetterOrDigit(text.codePointBefore(position))
        && Character.isLetter(text.codePointAt(next));
  }

  private int acronym(int start) {
    int position = start;
    while (isSingleLetter(position) && isDot(afterCodePoint(position))) {
      position = afterCodePoint(position) + 1;
    }
    if (isSingleLetter(position)) {
      position = afterCodePoint(position);
    }
    add(start, position);
    return position;
  }

  private boolean isDottedPair(int position) {
    int dot = afterCodePoint(position);
    return isDot(dot) && isSingleLetter(dot + 1);
  }

  private boolean isSingleLetter(int position) {
    if (position >= text.length()
        || !Character.isLetter(text.codePointAt(position))
        || !carriesMeaning(text.codePointAt(position))) {
      return false;
    }
    int next = afterCodePoint(position);
    return next >= text.length() || !isWordPart(text.codePointAt(next));
  }

  private boolean isDot(int position) {
    return position < text.length() && text.charAt(position) == '.';
  }

  private int afterCodePoint(int position) {
    return position + Character.charCount(text.codePointAt(position));
  }

  private static boolean isWordPart(int codePoint) {
    if (codePoint < 0x80) {
      return isAsciiWordPart((char) codePoint);
    }
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> Character.isLetterOrDigit(codePoint);
    };
  }

  /** A word of nothing but marks, tatweel and ayn signs would be folded to nothing. */
  private static boolean carriesMeaning(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        && (codePoint < 0x80 || !Folding.fold(Character.toString(codePoint)).isEmpty());
  }

  private void add(int start, int end) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
    }
    starts[size] = start;
    ends[size++] = end;
  }
}
