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
 * the day is read as UTC, and is known to the minute only where that stands behind it.
 */
final class CalendarDate {
  private static final String TIME =
      "(?:[,،]? (?:at |- |الساعة |کاتژمێر )?(\\d{1,2}):(\\d{2})(?::\\d{2})?(?: ?(utc|gmt))?)?";
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})" + TIME);
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})" + TIME);
  private static final Pattern DAY_NAMED =
      Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?[ -](\\p{L}{3,12})\\.?[,،]?[ -](\\d{4})" + TIME);
  private static final Pattern SORANI_JOIN =
      Pattern.compile("^(\\d{1,2})ی (\\p{L}{3,12}?)ی? (?=\\d{4})");
  private static final Pattern MONTH_NAMED =
      Pattern.compile("(\\p{L}{3,12})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})" + TIME);

  static final Map<String, Integer> MONTHS = months();

  /** Months of two words, by one that means the same. */
  private static final Map<String, String> TWO_WORDS =
      Map.ofEntries(
          Map.entry("كانون الثاني", "january"),
          Map.entry("تشرين الأول", "october"),
          Map.entry("تشرين الاول", "october"),
          Map.entry("تشرين الثاني", "november"),
          Map.entry("كانون الأول", "december"),
          Map.entry("كانون الاول", "december"),
          Map.entry("کانوونی دووەم", "january"),
          Map.entry("تشرینی یەکەم", "october"),
          Map.entry("تشرینی دووەم", "november"),
          Map.entry("کانوونی یەکەم", "december"));

  private CalendarDate() {}

  /** The date that the whole text says, which is in lower case and has ASCII digits. */
  static Optional<Age> read(String written) {
    String text = written;
    for (Map.Entry<String, String> month : TWO_WORDS.entrySet()) {
      text = text.replace(month.getKey(), month.getValue());
    }
    // Sorani joins the day and the year to the month: 12ی ئازاری 2026.
    text = SORANI_JOIN.matcher(text).replaceAll("$1 $2 ");
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
      return new Age.On(
          day.atTime(time).toInstant(ZoneOffset.UTC),
          m.group(6) == null ? Precision.DAY : Precision.MINUTE);
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
            "january jan يناير çile rêbendan", "february feb فبراير شباط شوبات şibat sibat reşemî",
            "march mar مارس آذار اذار ئازار adar avdar", "april apr أبريل ابريل نيسان نیسان nîsan",
            "may مايو أيار ايار ئایار gulan", "june jun يونيو حزيران حوزەیران hezîran pûşper",
            "july jul يوليو تموز تەمموز تەممووز tîrmeh temmûz",
                "august aug أغسطس اغسطس آب اب ئاب tebax",
            "september sep sept سبتمبر أيلول ايلول ئەیلوول ئەیلول îlon rezber",
                "october oct أكتوبر اكتوبر cotmeh",
            "november nov نوفمبر mijdar", "december dec ديسمبر kanûn berfanbar");
    for (int month = 1; month <= names.size(); month++) {
      for (String name : names.get(month - 1).split(" ", -1)) {
        months.put(name, month);
      }
    }
    return Map.copyOf(months);
  }
}
