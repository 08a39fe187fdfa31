package io.wirewatch.ingest.feed;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names of months, whole and short, in the languages of the region and of Western Europe. */
final class Months {
  /* From the JDK's own tables (CLDR); where two languages mean different months, the first has it. */

  private static final List<String> LANGUAGES =
      List.of(
          "en", "ar-EG", "ar-IQ", "ar-MA", "ckb", "ku", "fa", "tr", "fr", "de", "es", "it", "pt",
          "nl");
  private static final int LEAST_CHARS = 3;

  private Months() {}

  /** Read when the first feed has a date that is not in numbers. */
  private static final class Table {
    private static final Map<String, Integer> BY_NAME = byName();
  }

  /** 1 to 12; any longer form of an English name is that month ("Sept"). */
  static Optional<Integer> named(String name) {
    String folded = folded(name, Locale.ROOT);
    Integer month = Table.BY_NAME.get(folded);
    if (month == null && folded.length() > LEAST_CHARS) {
      month = Table.BY_NAME.get(folded.substring(0, LEAST_CHARS));
    }
    return Optional.ofNullable(month);
  }

  private static Map<String, Integer> byName() {
    Map<String, Integer> months = new HashMap<>();
    for (String tag : LANGUAGES) {
      Locale language = Locale.forLanguageTag(tag);
      for (Month month : Month.values()) {
        for (TextStyle style :
            List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT)) {
          months.putIfAbsent(
              folded(month.getDisplayName(style, language), language), month.getValue());
        }
      }
    }
    return Map.copyOf(months);
  }

  private static String folded(String name, Locale language) {
    return name.toLowerCase(language).replace(".", "").replace('أ', 'ا').strip();
  }
}
