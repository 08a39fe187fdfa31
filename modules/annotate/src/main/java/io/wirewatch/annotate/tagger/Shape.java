package io.wirewatch.annotate.tagger;

/** How a word is written. */
enum Shape {
  LOWER(0),
  CAPITALIZED(1),
  CAPITALS(2),
  /** One capital letter. */
  INITIAL(3),
  /** A capital within the word: McGurk, iPhone. */
  MIXED(4),
  DIGITS(5),
  /** Digits and letters: 5th, F16. */
  DIGITS_AND_LETTERS(6),
  /** U.S. */
  DOTTED(7);

  private final int code;

  Shape(int code) {
    this.code = code;
  }

  /** The number that features know it by. */
  int code() {
    return code;
  }

  /** The shape of what stands there. */
  static Shape of(String text, int start, int end) {
    int upper = 0;
    int lower = 0;
    int digits = 0;
    int dots = 0;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (c >= 'a' && c <= 'z') {
        lower++;
      } else if (c >= 'A' && c <= 'Z') {
        upper++;
      } else if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '.') {
        dots++;
      } else if (Character.isUpperCase(c)) {
        upper++;
      } else {
        lower++;
      }
    }
    if (digits > 0) {
      return upper + lower > 0 ? DIGITS_AND_LETTERS : DIGITS;
    }
    if (dots > 0) {
      return DOTTED;
    }
    if (upper == 0) {
      return LOWER;
    }
    if (lower == 0) {
      return upper == 1 ? INITIAL : CAPITALS;
    }
    return upper == 1 && Character.isUpperCase(text.charAt(start)) ? CAPITALIZED : MIXED;
  }

  /** Whether a capital letter is in it. */
  boolean hasCapital() {
    return this != LOWER && this != DIGITS && this != DIGITS_AND_LETTERS;
  }
}
