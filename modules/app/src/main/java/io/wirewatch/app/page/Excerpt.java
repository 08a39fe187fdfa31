package io.wirewatch.app.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** So much of a text as a page has room for, around what is marked in it. */
final class Excerpt {
  /** A cut moves by at most so much to stand between two words. */
  private static final int MOST_TO_A_BLANK = 30;

  /** What stands before and after something marked at least, where there is room. */
  private static final int LEAST_AROUND = 60;

  private Excerpt() {}

  /**
   * A part of a text, in UTF-16 code units.
   *
   * @param end exclusive
   */
  record Range(int start, int end) {}

  /** What a piece is. */
  enum Kind {
    PLAIN,
    MARKED,
    /** Text is left out here. */
    GAP
  }

  /** A piece of the excerpt, as it is read; a gap has no text. */
  record Piece(Kind kind, String text) {}

  /**
   * The whole text where it is short, else what is around the marks, or its beginning where nothing
   * is marked.
   *
   * @param marks in any order; they may overlap
   * @param most UTF-16 code units that it has at most, gaps apart
   */
  static List<Piece> of(String text, List<Range> marks, int most) {
    List<Range> merged = merged(marks);
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (Range window : windows(text, merged, most)) {
      if (window.start > at) {
        pieces.add(new Piece(Kind.GAP, ""));
      }
      pieces.addAll(pieces(text, window, merged));
      at = window.end;
    }
    if (at < text.length()) {
      pieces.add(new Piece(Kind.GAP, ""));
    }
    return pieces;
  }

  /** The text, or its beginning with dots where it is longer than that. */
  static String beginning(String text, int most) {
    int end = cut(text, most);
    return end < text.length() ? text.substring(0, end) + "…" : text;
  }

  /** The same in order, with one for those that overlap or meet. */
  private static List<Range> merged(List<Range> ranges) {
    List<Range> merged = new ArrayList<>();
    for (Range range : ranges.stream().sorted(Comparator.comparingInt(Range::start)).toList()) {
      Range last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && range.start <= last.end) {
        merged.set(merged.size() - 1, new Range(last.start, Math.max(last.end, range.end)));
      } else {
        merged.add(range);
      }
    }
    return merged;
  }

  private static List<Range> windows(String text, List<Range> marks, int most) {
    if (text.length() <= most) {
      return text.isEmpty() ? List.of() : List.of(new Range(0, text.length()));
    }
    if (marks.isEmpty()) {
      return List.of(new Range(0, cut(text, most)));
    }
    int marked = marks.stream().mapToInt(mark -> mark.end - mark.start).sum();
    int around = Math.max(LEAST_AROUND, (most - marked) / marks.size() / 2);
    List<Range> wide =
        merged(
            marks.stream()
                .map(
                    mark ->
                        new Range(
                            begin(text, mark.start - around),
                            cut(text, Math.min(text.length(), mark.end + around))))
                .toList());
    List<Range> windows = new ArrayList<>();
    int room = most;
    for (Range window : wide) {
      int end = Math.min(window.end, window.start + room);
      int stop = end == window.end || end <= window.start ? end : cut(text, end);
      if (stop > window.start) {
        windows.add(new Range(window.start, stop));
      }
      room = Math.max(0, room - (end - window.start));
    }
    return windows;
  }

  /** The nearest place after this one where a word begins; never half a character. */
  private static int begin(String text, int wish) {
    if (wish <= 0) {
      return 0;
    }
    for (int at = wish; at < Math.min(text.length(), wish + MOST_TO_A_BLANK); at++) {
      if (Character.isWhitespace(text.charAt(at))) {
        return at + 1;
      }
    }
    return Character.isLowSurrogate(text.charAt(wish)) ? wish + 1 : wish;
  }

  /** The nearest place before this one where a word ended; never half a character. */
  private static int cut(String text, int wish) {
    if (wish >= text.length()) {
      return text.length();
    }
    for (int at = wish; at > Math.max(0, wish - MOST_TO_A_BLANK); at--) {
      if (Character.isWhitespace(text.charAt(at))) {
        return at;
      }
    }
    return Character.isLowSurrogate(text.charAt(wish)) ? wish - 1 : wish;
  }

  private static List<Piece> pieces(String text, Range window, List<Range> marks) {
    List<Piece> pieces = new ArrayList<>();
    int at = window.start;
    for (Range mark : marks) {
      int start = Math.max(at, mark.start);
      int end = Math.min(window.end, mark.end);
      if (start < end) {
        add(pieces, Kind.PLAIN, text.substring(at, start));
        add(pieces, Kind.MARKED, text.substring(start, end));
        at = end;
      }
    }
    add(pieces, Kind.PLAIN, text.substring(at, window.end));
    return pieces;
  }

  private static void add(List<Piece> pieces, Kind kind, String text) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(kind, text));
    }
  }
}
