package io.wirewatch.app;

/**
 * Text from outside, safe on a terminal: no control characters, no marks that turn the direction of
 * what follows.
 */
final class Printable {
  private Printable() {}

  /** One line; what must not be shown is a question mark in a box. */
  static String line(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().forEach(c -> safe.appendCodePoint(safe(c)));
    return safe.toString();
  }

  private static int safe(int c) {
    if (c == '\n' || c == '\t' || c == '\r') {
      return ' ';
    }
    boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return turns || Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE
        ? 0xFFFD
        : c;
  }
}
