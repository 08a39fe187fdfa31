package io.wirewatch.annotate.train;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as it looks after somebody's tools took it apart into words and put it together again with
 * blanks: {@code al - Sadr}, {@code U. S. troops}, {@code Iraq’ s}. Wires that went through such
 * tools are common, and their names are names all the same.
 */
final class Spacing {
  /**
   * A hyphen within a word, the dot of an abbreviation before a letter, an apostrophe of a
   * possessive.
   */
  private static final Pattern PLACE =
      Pattern.compile(
          "(?<=[\\p{L}\\p{N}])-(?=[\\p{L}\\p{N}])|(?<=\\b\\p{Lu}\\.)(?=\\p{Lu}\\.)|(?<=\\p{L})['’](?=s\\b)");

  private Spacing() {}

  /** The text in that form, with its names. */
  static MarkedText spaced(MarkedText text) {
    StringBuilder spaced = new StringBuilder();
    int[] places = new int[text.text().length() + 1];
    Matcher place = PLACE.matcher(text.text());
    int from = 0;
    while (place.find()) {
      copy(text.text(), from, place.start(), spaced, places);
      spaced.append(instead(place.group()));
      from = place.end();
    }
    copy(text.text(), from, text.text().length(), spaced, places);
    places[text.text().length()] = spaced.length();
    List<Mark> marks = new ArrayList<>();
    for (Mark mark : text.marks()) {
      int end = places[mark.end() - 1] + 1;
      marks.add(new Mark(places[mark.start()], end, mark.type()));
    }
    return new MarkedText(text.name() + " spaced", spaced.toString(), marks, text.nationalities());
  }

  private static void copy(String text, int from, int to, StringBuilder into, int[] places) {
    for (int at = from; at < to; at++) {
      places[at] = into.length();
      into.append(text.charAt(at));
    }
  }

  private static String instead(String found) {
    return switch (found) {
      case "-" -> " - ";
      case "" -> " ";
      default -> "’ ";
    };
  }
}
