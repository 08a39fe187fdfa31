package io.wirewatch.ingest.article;

import java.util.ArrayList;
import java.util.List;

/** Text without mark-up: lines with their whitespace folded. */
public final class PlainText {
  private PlainText() {}

  /**
   * The text in one line: each run of white space, no-break spaces and line ends among it, is one
   * space; nothing at the ends. Byte order marks and zero-width spaces go; joiners stay, since they
   * change words.
   */
  public static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    boolean gap = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\uFEFF' || c == '\u200B') {
        continue;
      }
      if (isSpace(c)) {
        gap = true;
        continue;
      }
      if (gap && !line.isEmpty()) {
        line.append(' ');
      }
      gap = false;
      line.append(c);
    }
    return line.toString();
  }

  /** The lines that are not blank, each folded. */
  public static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    for (String written : text.split("[\n\r\u0085\u2028\u2029\f]", -1)) {
      String line = oneLine(written);
      if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** The text from its beginning, at most so many UTF-16 code units, no pair cut in half. */
  public static String cut(String text, int mostChars) {
    if (text.length() <= mostChars) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(mostChars - 1));
    return text.substring(0, splitsPair ? mostChars - 1 : mostChars);
  }

  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
