package io.wirewatch.ingest.date;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of months and weekdays in the languages of the region and of Europe, in the letters of
 * {@link PlainLetters}.
 */
final class CalendarNames {
  /* From the JDK's own tables (CLDR); where two languages mean different months, the first has it. */

  private static final List<Locale> LANGUAGES =
      List.of(
              "en", "ar-EG", "ar-IQ", "ar-MA", "ckb", "ku", "fa", "tr", "fr", "de", "es", "it",
              "pt", "nl", "el", "hu")
          .stream()
          .map(Locale::forLanguageTag)
          .toList();

  /** What the tables lack, from January on: Kurdish as it is written, other spellings. */
  private static final List<String> MORE_MONTHS =
      List.of(
          "çile|rêbendan",
          "sibat|reşemî",
          "adar|avdar",
          "nîsan",
          "gulan",
          "hezîran|pûşper",
          "temmûz|tîrmeh|تەممووز",
          "tebax|gelawêj|ئاب",
          "îlon|rezber|sept|ئەیلول",
          "cotmeh|kewçêr",
          "mijdar|sermawez",
          "kanûn|berfanbar|کانوونی یەکەم");

  static final Map<String, Month> MONTHS = months();
  static final Map<String, DayOfWeek> WEEKDAYS = weekdays();

  private CalendarNames() {}

  /** A pattern of these names, the longest first; by first letters, since most texts have none. */
  static String anyOf(Set<String> names) {
    return names.stream()
        .sorted(Comparator.comparing(String::length).reversed().thenComparing(name -> name))
        .collect(
            Collectors.groupingBy(
                name -> name.substring(0, 1),
                TreeMap::new,
                Collectors.mapping(
                    name -> Pattern.quote(name.substring(1)), Collectors.joining("|", "(?:", ")"))))
        .entrySet()
        .stream()
        .map(letter -> letter.getKey() + letter.getValue())
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  private static Map<String, Month> months() {
    Map<String, Month> months = new HashMap<>();
    for (Locale language : LANGUAGES) {
      for (Month month : Month.values()) {
        for (TextStyle style :
            List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT)) {
          months.putIfAbsent(plain(month.getDisplayName(style, language)), month);
        }
      }
    }
    for (Month month : Month.values()) {
      for (String name : MORE_MONTHS.get(month.getValue() - 1).split("\\|", -1)) {
        months.putIfAbsent(plain(name), month);
      }
    }
    return Map.copyOf(months);
  }

  private static Map<String, DayOfWeek> weekdays() {
    Map<String, DayOfWeek> weekdays = new HashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      weekdays.put(plain(day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)), day);
      for (Locale language : LANGUAGES) {
        weekdays.putIfAbsent(plain(day.getDisplayName(TextStyle.FULL, language)), day);
      }
    }
    return Map.copyOf(weekdays);
  }

  /** Short names have a full stop in some languages; those who write them leave it out. */
  private static String plain(String name) {
    return PlainLetters.of(name).replace(".", "");
  }
}
