package io.wirewatch.deliver.target;

import io.wirewatch.Alert;
import io.wirewatch.Field;
import io.wirewatch.Match;
import java.util.ArrayList;
import java.util.List;

/** The headline of an alert with the words that the rule matched. */
final class Headline {
  private static final int MOST = 300;

  /** Isolates what stands between them, in the direction of its own first letter (UAX #9). */
  private static final String ISOLATE = "\u2068";

  private static final String END = "\u2069";

  private Headline() {}

  /** The headline in spans; the words that matched are marked. */
  static List<Span> spans(Alert alert) {
    String headline = alert.getHeadline();
    List<Span> spans = new ArrayList<>();
    int end = shown(headline);
    int at = 0;
    for (Match match : alert.getMatches()) {
      boolean fits = match.getStart() >= at && match.getStart() < match.getEnd();
      if (match.getField() == Field.HEADLINE && fits && match.getEnd() <= end) {
        spans.add(Span.plain(OneLine.piece(headline.substring(at, match.getStart()))));
        spans.add(Span.marked(OneLine.piece(headline.substring(match.getStart(), match.getEnd()))));
        at = match.getEnd();
      }
    }
    spans.add(Span.plain(OneLine.piece(headline.substring(at, end))));
    if (end < headline.length()) {
      spans.add(Span.plain("…"));
    }
    if (runsFromRight(headline)) {
      spans.add(0, Span.plain(ISOLATE));
      spans.add(Span.plain(END));
    }
    spans.removeIf(span -> span.text().isEmpty());
    return spans;
  }

  /** Text of others within a line of ours, at most so long. */
  static String isolated(String text, int most) {
    String line = OneLine.of(text, most);
    return runsFromRight(line) ? ISOLATE + line + END : line;
  }

  private static int shown(String headline) {
    if (headline.length() <= MOST) {
      return headline.length();
    }
    return Character.isHighSurrogate(headline.charAt(MOST - 1)) ? MOST - 1 : MOST;
  }

  private static boolean runsFromRight(String text) {
    return text.codePoints()
        .map(Character::getDirectionality)
        .anyMatch(
            direction ->
                direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
  }
}
