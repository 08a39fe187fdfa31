package io.wirewatch.deliver.target;

import java.util.regex.Pattern;

/** Text of others, as it may stand in one line of ours. */
final class OneLine {
  /*
   * What turns the direction of all that follows, and what nobody sees at all (tags, byte order marks), says
   * something else than it shows. Joiners stay: Kurdish is written with them. So do the two marks of direction,
   * which only say what their neighbours are.
   */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{FEFF}\\x{E0000}-\\x{E007F}]");
  private static final Pattern BLANKS =
      Pattern.compile("[\\s\\p{Cc}\\p{Zl}\\p{Zp}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{3000}]+");
  private static final Pattern TORN = Pattern.compile("\\p{Cs}");

  private OneLine() {}

  /** Without line ends, control characters and turned directions; at most so many code units. */
  static String of(String text, int most) {
    // Bounded before it is worked on: it may be a whole page.
    String some = text.length() > 8 * most ? text.substring(0, 8 * most) : text;
    return cut(piece(some).strip(), most);
  }

  /** The same of a part of a line: the blanks at its ends stay. */
  static String piece(String text) {
    String seen = TORN.matcher(UNSEEN.matcher(text).replaceAll("")).replaceAll("\uFFFD");
    return BLANKS.matcher(seen).replaceAll(" ");
  }

  private static String cut(String line, int most) {
    if (line.length() <= most) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(most - 2)) ? most - 2 : most - 1;
    return line.substring(0, end).stripTrailing() + "…";
  }
}
