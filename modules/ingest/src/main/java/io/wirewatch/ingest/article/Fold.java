package io.wirewatch.ingest.article;

import java.util.Locale;

/** Comparisons of lines that look at letters and digits alone. */
public final class Fold {
  private static final int LEAST_CUT_CHARS = 20;

  private Fold() {}

  /** The letters and digits, in lower case. */
  public static String of(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  public static boolean same(String one, String other) {
    String folded = of(one);
    return !folded.isEmpty() && folded.equals(of(other));
  }

  /** The same, or one of them is the other cut off with an ellipsis. */
  public static boolean sameHeadline(String one, String other) {
    return same(one, other) || isCutOf(one, other) || isCutOf(other, one);
  }

  private static boolean isCutOf(String cut, String whole) {
    String folded = of(cut);
    return (cut.endsWith("…") || cut.endsWith("..."))
        && folded.length() >= LEAST_CUT_CHARS
        && of(whole).startsWith(folded);
  }
}
