package io.wirewatch.language;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Brings a word to the form in which words are compared: without case, diacritics, apostrophes, and
 * with one form of each Arabic letter and digit. Independent of any locale; folding twice changes
 * nothing.
 *
 * <p>Arabic script: أإآٱ become ا; ى ی ئ ێ become ي; ک becomes ك; ة ە ھ ہ become ه; ؤ ۆ become و; ڕ
 * ڵ become ر ل; vowel signs, tatweel and joiners go, so that Sorani written with {@code ه + ZWNJ}
 * equals Sorani written with ە.
 */
public final class Folding {
  /* Every code point is decomposed by itself, never a whole word: marks are dropped anyway, and reordering a hostile run of
   * marks is quadratic in the JDK's Normalizer. Latin, Greek, Cyrillic and Arabic come from a table made once. */
  private static final int TABLE_SIZE = 0x700;
  private static final String[] TABLE = table();

  private Folding() {}

  /**
   * The folded form; may be empty (a word of marks only) and, for ligatures, longer than the word.
   */
  public static String fold(String word) {
    int length = word.length();
    int lower = 0;
    while (lower < length && isFolded(word.charAt(lower))) {
      lower++;
    }
    return lower == length ? word : foldFrom(lower, word);
  }

  private static String foldFrom(int from, String word) {
    var folded = new StringBuilder(word.length()).append(word, 0, from);
    for (int i = from; i < word.length(); ) {
      char c = word.charAt(i);
      if (c < 0x80) {
        appendAscii(folded, c);
        i++;
      } else if (c < TABLE_SIZE) {
        folded.append(TABLE[c]);
        i++;
      } else {
        int codePoint = word.codePointAt(i);
        folded.append(foldSlowly(codePoint));
        i += Character.charCount(codePoint);
      }
    }
    return folded.toString();
  }

  private static boolean isFolded(char c) {
    return c < 0x80 && (c < 'A' || c > 'Z') && c != '\'' && c != '`';
  }

  private static void appendAscii(StringBuilder folded, char c) {
    if (c >= 'A' && c <= 'Z') {
      folded.append((char) (c + 32));
    } else if (c != '\'' && c != '`') {
      folded.append(c);
    }
  }

  private static String[] table() {
    String[] table = new String[TABLE_SIZE];
    Arrays.setAll(table, Folding::foldSlowly);
    return table;
  }

  private static String foldSlowly(int codePoint) {
    String decomposed = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
    var folded = new StringBuilder(2);
    decomposed.codePoints().forEach(part -> appendPart(folded, part));
    return folded.toString();
  }

  private static void appendPart(StringBuilder folded, int codePoint) {
    if (Apostrophes.isApostrophe(codePoint) || isDropped(codePoint)) {
      return;
    }
    int digit = Character.isDigit(codePoint) ? Character.digit(codePoint, 10) : -1;
    if (digit >= 0) {
      folded.append((char) ('0' + digit));
    } else {
      LetterForms.append(folded, Character.toLowerCase(Character.toUpperCase(codePoint)));
    }
  }

  private static boolean isDropped(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.SPACE_SEPARATOR ->
          true;
      default -> codePoint == LetterForms.TATWEEL;
    };
  }
}
