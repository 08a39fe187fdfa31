package io.wirewatch.language;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;

/**
 * Folding of only some differences, for terms whose author wants the others kept. Case and digits
 * are always folded.
 */
public final class PartialFolding {
  private static final int LONGEST = 1_000;

  /** What can be folded beside case. */
  public enum Difference {
    /** Apostrophes inside a word: Da'esh, Daesh. */
    APOSTROPHE,
    /** Accents, cedillas, Arabic vowel signs. */
    DIACRITICS,
    /** Forms of Arabic letters and ligatures: أ and ا, ی and ي. */
    LETTERS
  }

  private final Set<Difference> folded;

  /** Folds these differences and keeps the others. */
  public PartialFolding(Set<Difference> folded) {
    this.folded = folded.isEmpty() ? EnumSet.noneOf(Difference.class) : EnumSet.copyOf(folded);
  }

  /**
   * Whether two words that {@link Folding} makes equal are equal without the differences that are
   * kept.
   */
  public boolean equal(String one, String other) {
    return one.length() <= LONGEST && other.length() <= LONGEST && fold(one).equals(fold(other));
  }

  private String fold(String word) {
    var kept = new StringBuilder(word.length());
    Normalizer.normalize(word, Normalizer.Form.NFC)
        .codePoints()
        .forEach(codePoint -> append(kept, codePoint));
    return Normalizer.normalize(kept, Normalizer.Form.NFC);
  }

  private void append(StringBuilder kept, int codePoint) {
    if (Apostrophes.isApostrophe(codePoint)) {
      kept.append(folded.contains(Difference.APOSTROPHE) ? "" : "'");
    } else if (isIgnored(codePoint)) {
      return;
    } else if (Character.isDigit(codePoint) || folded.contains(difference(codePoint))) {
      kept.append(Folding.fold(Character.toString(codePoint)));
    } else {
      kept.appendCodePoint(Character.toLowerCase(Character.toUpperCase(codePoint)));
    }
  }

  private static boolean isIgnored(int codePoint) {
    return Character.getType(codePoint) == Character.FORMAT || codePoint == LetterForms.TATWEEL;
  }

  private static Difference difference(int codePoint) {
    boolean arabic = codePoint >= 0x600 && codePoint < 0x1E00 && Character.isLetter(codePoint);
    boolean arabicLetter = arabic || codePoint >= 0xFB00;
    return arabicLetter ? Difference.LETTERS : Difference.DIACRITICS;
  }
}
