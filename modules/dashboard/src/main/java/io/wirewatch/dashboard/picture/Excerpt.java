package io.wirewatch.dashboard.picture;

import io.wirewatch.Field;
import io.wirewatch.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The part of a body that an alert is about, on one line.
 *
 * @param text with an ellipsis where the body goes on
 * @param marks matched words in it; sorted, apart from one another, never empty
 */
record Excerpt(String text, List<Mark> marks) {
  private static final int LENGTH = 160;
  private static final int BEFORE = 60;
  private static final char ELLIPSIS = '…';

  /** From a UTF-16 code unit of the text to one past the last. */
  record Mark(int start, int end) {}

  Excerpt {
    marks = List.copyOf(marks);
  }

  /**
   * About {@value #LENGTH} characters around the first match in the body, cut between words; empty
   * where none of the matches is in this body.
   */
  static Optional<Excerpt> of(List<Match> matches, String body) {
    List<Mark> inBody =
        matches.stream()
            .filter(match -> isIn(body, match))
            .map(match -> new Mark(match.getStart(), match.getEnd()))
            .sorted(Comparator.comparing(Mark::start).thenComparing(Mark::end))
            .toList();
    return inBody.isEmpty() ? Optional.empty() : Optional.of(around(inBody, body));
  }

  /** An article may have another body by now than that which matched. */
  private static boolean isIn(String body, Match match) {
    return match.getField() == Field.BODY
        && match.getStart() >= 0
        && match.getStart() < match.getEnd()
        && match.getEnd() <= body.length()
        && body.startsWith(match.getText(), match.getStart())
        && match.getText().length() == match.getEnd() - match.getStart();
  }

  private static Excerpt around(List<Mark> inBody, String body) {
    Mark first = inBody.get(0);
    int end = Math.min(body.length(), Math.max(0, first.start() - BEFORE) + LENGTH);
    int start = start(body, Math.max(0, Math.min(first.start() - BEFORE, end - LENGTH)), first);
    end = end(body, Math.max(end, Math.min(first.end(), start + LENGTH)), first);
    StringBuilder text = new StringBuilder(start > 0 ? String.valueOf(ELLIPSIS) : "");
    int shift = text.length() - start;
    for (int at = start; at < end; at++) {
      char c = body.charAt(at);
      text.append(Character.isWhitespace(c) ? ' ' : c);
    }
    if (end < body.length()) {
      text.append(ELLIPSIS);
    }
    return new Excerpt(text.toString(), marks(inBody, start, end, shift));
  }

  /** The first word's start from there on, or the match's. */
  private static int start(String body, int from, Mark first) {
    if (from == 0) {
      return 0;
    }
    for (int at = from; at <= first.start(); at++) {
      if (Character.isWhitespace(body.charAt(at - 1)) && !Character.isWhitespace(body.charAt(at))) {
        return at;
      }
    }
    return whole(body, from);
  }

  /** The last word's end up to there, or the match's. */
  private static int end(String body, int to, Mark first) {
    if (to == body.length()) {
      return to;
    }
    for (int at = to; at >= first.end(); at--) {
      if (Character.isWhitespace(body.charAt(at)) && !Character.isWhitespace(body.charAt(at - 1))) {
        return at;
      }
    }
    return whole(body, to);
  }

  private static int whole(String body, int at) {
    return Character.isLowSurrogate(body.charAt(at)) ? at - 1 : at;
  }

  private static List<Mark> marks(List<Mark> inBody, int start, int end, int shift) {
    List<Mark> marks = new ArrayList<>();
    for (Mark mark : inBody) {
      int to = Math.min(mark.end(), end);
      int last = marks.size() - 1;
      if (mark.start() < start || mark.start() >= end) {
        continue;
      }
      if (last >= 0 && marks.get(last).end() > mark.start() + shift) {
        int joined = Math.max(marks.get(last).end(), to + shift);
        marks.set(last, new Mark(marks.get(last).start(), joined));
      } else {
        marks.add(new Mark(mark.start() + shift, to + shift));
      }
    }
    return marks;
  }
}
