package io.wirewatch.app;

import java.util.ArrayList;
import java.util.List;

/** A text with what a rule matched in ⟦brackets⟧. */
final class BracketedText {
  private static final int AROUND = 120;
  private static final int MOST_PARTS = 6;
  private static final String CUT = "…";

  private BracketedText() {}

  /**
   * The whole text.
   *
   * @param words that stand in the text; of those that overlap the first is marked
   */
  static String whole(String text, List<AlertWords> words) {
    return part(text, words, new Part(0, text.length()));
  }

  /**
   * The text near the words, at most six places of it; its beginning where there are no words.
   *
   * @param words that stand in the text, sorted by start
   */
  static String around(String text, List<AlertWords> words) {
    List<Part> parts = parts(text, words);
    StringBuilder shown = new StringBuilder();
    int end = 0;
    for (Part part : parts.subList(0, Math.min(parts.size(), MOST_PARTS))) {
      shown.append(part.from > end ? (end == 0 ? CUT : " " + CUT) + " " : "");
      shown.append(part(text, words, part).strip());
      end = part.to;
    }
    return shown.append(end < text.length() ? " " + CUT : "").toString();
  }

  private record Part(int from, int to) {}

  private static List<Part> parts(String text, List<AlertWords> words) {
    if (words.isEmpty()) {
      return List.of(new Part(0, wordEnd(text, Math.min(text.length(), 2 * AROUND))));
    }
    List<Part> parts = new ArrayList<>();
    for (AlertWords found : words) {
      int from = wordBegin(text, Math.max(0, found.start() - AROUND));
      int to = wordEnd(text, Math.min(text.length(), found.end() + AROUND));
      Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
      if (last != null && from <= last.to) {
        parts.set(parts.size() - 1, new Part(last.from, Math.max(last.to, to)));
      } else {
        parts.add(new Part(from, to));
      }
    }
    return parts;
  }

  private static String part(String text, List<AlertWords> words, Part part) {
    StringBuilder marked = new StringBuilder();
    int done = part.from;
    for (AlertWords found : words) {
      if (found.start() >= done && found.end() <= part.to) {
        marked.append(text, done, found.start()).append('⟦');
        marked.append(text, found.start(), found.end()).append('⟧');
        done = found.end();
      }
    }
    return marked.append(text, done, part.to).toString();
  }

  /** Back to where the word begins, if that is near. */
  private static int wordBegin(String text, int from) {
    int at = from;
    while (at > 0 && from - at < AROUND && !Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return isWithinPair(text, at) ? at - 1 : at;
  }

  /** On to where the word ends, if that is near. */
  private static int wordEnd(String text, int to) {
    int at = to;
    while (at < text.length() && at - to < AROUND && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return isWithinPair(text, at) ? at + 1 : at;
  }

  private static boolean isWithinPair(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }
}
