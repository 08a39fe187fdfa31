package io.wirewatch.ingest.page;

import java.util.ArrayList;
import java.util.List;

/** Lines that are items of a list: "- Some Wire", "• Politics". */
final class Bullets {
  private static final String MARKS = "-–•·*●▪◦‣";
  private static final int MOST_CHARS = 80;

  private Bullets() {}

  static boolean isBullet(String line) {
    return line.length() <= MOST_CHARS
        && line.length() > 1
        && MARKS.indexOf(line.charAt(0)) >= 0
        && !items(line).isEmpty();
  }

  static boolean isLoneMark(String line) {
    return line.length() == 1 && MARKS.indexOf(line.charAt(0)) >= 0;
  }

  /** The items of a line; a line may hold several. */
  static List<String> items(String line) {
    List<String> items = new ArrayList<>();
    for (String item : line.substring(1).split("[•·●▪◦‣|]", -1)) {
      if (!item.isBlank()) {
        items.add(item.strip());
      }
    }
    return items;
  }
}
