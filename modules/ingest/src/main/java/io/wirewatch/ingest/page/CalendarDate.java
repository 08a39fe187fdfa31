package io.wirewatch.ingest.page;

import io.wirewatch.Precision;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as pages write them. Numbers are day, month, year, unless the year comes first; a time of
 * the day, where there is one, is taken as UTC.
 */
final class CalendarDate {
  private static final String TIME =
      "(?:,? (?:at |- )?(\\d{1,2}):(\\d{2})(?::\\d{2})?(?: ?(?:utc|gmt))?)?";
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})" + TIME);
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})" + TIME);
  private static final Pattern DAY_NAMED =
      Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?[ -](\\p{L}{3,12})\\.?,?[ -](\\d{4})" + TIME);
  private static final Pattern MONTH_NAMED =
      Pattern.compile("(\\p{L}{3,12})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})" + TIME);

  static final Map<String, Integer> MONTHS = months();

  private CalendarDate() {}

  /** The date that the whole text says, which is in lower case and has ASCII digits. */
  static Optional<Age> read(String text) {
    Matcher m = DAY_FIRST.matcher(text);
    if (m.matches()) {
      return Optional.of(on(m, new int[] {number(m, 3), number(m, 2), number(m, 1)}));
    }
    m = YEAR_FIRST.matcher(text);
    if (m.matches()) {
      return Optional.of(on(m, new int[] {number(m, 1), number(m, 2), number(m, 3)}));
    }
    m = DAY_NAMED.matcher(text);
    if (m.matches() && MONTHS.containsKey(m.group(2))) {
      return Optional.of(on(m, new int[] {number(m, 3), month(m, 2), number(m, 1)}));
    }
    m = MONTH_NAMED.matcher(text);
    return m.matches() && MONTHS.containsKey(m.group(1))
        ? Optional.of(on(m, new int[] {number(m, 3), month(m, 1), number(m, 2)}))
        : Optional.empty();
  }

  private static Age on(Matcher m, int[] yearMonthDay) {
    try {
      LocalDate day = LocalDate.of(yearMonthDay[0], yearMonthDay[1], yearMonthDay[2]);
      if (m.group(4) == null) {
        return new Age.On(day.atStartOfDay(ZoneOffset.UTC).toInstant(), Precision.DAY);
      }
      LocalTime time = LocalTime.of(number(m, 4), number(m, 5));
      return new Age.On(day.atTime(time).toInstant(ZoneOffset.UTC), Precision.MINUTE);
    } catch (DateTimeException noSuchDay) {
      return new Age.Unclear();
    }
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }

  private static int month(Matcher m, int group) {
    return MONTHS.getOrDefault(m.group(group), 0);
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    List<String> names =
        List.of(
            "january jan يناير çile rêbendan", "february feb فبراير شباط şibat sibat reşemî",
            "march mar مارس آذار اذار adar avdar", "april apr أبريل ابريل نيسان nîsan",
            "may مايو أيار ايار gulan", "june jun يونيو حزيران hezîran pûşper",
            "july jul يوليو تموز tîrmeh temmûz", "august aug أغسطس اغسطس آب اب tebax",
            "september sep sept سبتمبر أيلول ايلول îlon rezber", "october oct أكتوبر اكتوبر cotmeh",
            "november nov نوفمبر mijdar", "december dec ديسمبر kanûn berfanbar");
    for (int month = 1; month <= names.size(); month++) {
      for (String name : names.get(month - 1).split(" ", -1)) {
        months.put(name, month);
      }
    }
    return Map.copyOf(months);
  }
}
