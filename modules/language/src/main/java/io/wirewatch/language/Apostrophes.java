package io.wirewatch.language;

import java.util.function.IntPredicate;

/** Apostrophes inside words, and the endings that they set off. */
final class Apostrophes {
  private static final int LONGEST_CASE_ENDING = 4;
  private static final String ENDINGS = "sSêî";
  private static final String ENDINGS_AFTER_Y = "êî";

  private Apostrophes() {}

  /**
   * Typewriter and typographic apostrophes, and the letters and accents that transliterations use
   * for hamza and ayn.
   */
  static boolean isApostrophe(int codePoint) {
    return switch (codePoint) {
      case '\'', '`', '´', '‘', '’', '‛', '＇', 'ʹ', 'ʻ', 'ʼ', 'ʽ', 'ʾ', 'ʿ', 'ˈ', 'ꞌ' -> true;
      default -> false;
    };
  }

  /**
   * Whether what follows the apostrophe is an ending and not part of the word: {@code 's}, or the
   * Kurmanji (and Turkish) case endings {@code ê}, {@code yê}, {@code î}, and after an acronym any
   * short one ({@code DAIŞ'ê}, {@code PKK'an}).
   */
  static boolean setsOffEnding(String text, int start, int apostrophe, int end) {
    return isEnding(text, apostrophe + 1, end)
        || (end - apostrophe <= LONGEST_CASE_ENDING + 1
            && apostrophe - start >= 2
            && areAll(text, apostrophe + 1, end, Character::isLowerCase)
            && areAll(text, start, apostrophe, Character::isUpperCase));
  }

  private static boolean isEnding(String text, int start, int end) {
    return switch (end - start) {
      case 1 -> ENDINGS.indexOf(text.charAt(start)) >= 0;
      case 2 -> text.charAt(start) == 'y' && ENDINGS_AFTER_Y.indexOf(text.charAt(start + 1)) >= 0;
      default -> false;
    };
  }

  private static boolean areAll(String text, int start, int end, IntPredicate kind) {
    int position = start;
    while (position < end && kind.test(text.codePointAt(position))) {
      position += Character.charCount(text.codePointAt(position));
    }
    return position >= end;
  }
}
