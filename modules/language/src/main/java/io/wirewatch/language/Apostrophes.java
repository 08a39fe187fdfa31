package io.wirewatch.language;

import java.util.Set;

/** Apostrophes inside words, and the endings that they set off. */
final class Apostrophes {
  private static final int LONGEST_CASE_ENDING = 4;
  private static final Set<String> ENDINGS = Set.of("s", "S", "ê", "yê", "î", "yî");

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
    String ending =
        text.substring(apostrophe + 1, Math.min(end, apostrophe + 2 + LONGEST_CASE_ENDING));
    return ENDINGS.contains(ending)
        || (ending.length() <= LONGEST_CASE_ENDING
            && ending.codePoints().allMatch(Character::isLowerCase)
            && apostrophe - start >= 2
            && text.substring(start, apostrophe).codePoints().allMatch(Character::isUpperCase));
  }
}
