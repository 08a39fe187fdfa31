package io.wirewatch.language;

/**
 * One form for letters that writers and keyboards use for one another and that Unicode does not
 * decompose.
 */
final class LetterForms {
  static final int TATWEEL = 'ـ';

  private LetterForms() {}

  static void append(StringBuilder folded, int letter) {
    switch (letter) {
      case 'ß' -> folded.append("ss");
      case 'æ' -> folded.append("ae");
      case 'œ' -> folded.append("oe");
      case 'þ' -> folded.append("th");
      default -> folded.appendCodePoint(letter < 0x600 ? latin(letter) : arabic(letter));
    }
  }

  private static int latin(int letter) {
    return switch (letter) {
      case 'ø' -> 'o';
      case 'ł' -> 'l';
      case 'đ', 'ð' -> 'd';
      case 'ħ' -> 'h';
      default -> letter;
    };
  }

  private static int arabic(int letter) {
    return switch (letter) {
      case 'ٱ' -> 'ا';
      case 'ى', 'ی', 'ێ', 'ې', 'ے' -> 'ي';
      case 'ک', 'ڪ' -> 'ك';
      case 'ة', 'ە', 'ھ', 'ہ', 'ۀ', 'ۂ', 'ۃ' -> 'ه';
      case 'ۆ', 'ۊ', 'ۇ', 'ۈ' -> 'و';
      case 'ڕ' -> 'ر';
      case 'ڵ' -> 'ل';
      default -> letter;
    };
  }
}
