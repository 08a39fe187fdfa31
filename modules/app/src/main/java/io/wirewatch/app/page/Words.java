package io.wirewatch.app.page;

import java.util.Locale;

/** Numbers in sentences. */
final class Words {
  private Words() {}

  /** {@code 1 place}, {@code 1,200 places}. */
  static String count(long count, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
  }

  /** {@code 64%}. */
  static String percent(double part) {
    return Math.round(part * 100) + "%";
  }
}
