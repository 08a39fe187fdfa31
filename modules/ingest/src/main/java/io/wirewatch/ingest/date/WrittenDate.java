package io.wirewatch.ingest.date;

import io.wirewatch.Precision;
import io.wirewatch.ingest.article.Published;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A date in a text, with its weekday and its time of the day where they stand beside it. Numbers
 * are day, month, year, unless the year comes first, there is no such month, or the weekday says
 * other. A time whose zone nobody knows is read as UTC, and known to the day.
 *
 * @param published unknown for what has the shape of a date, but there is no such day
 * @param start where it begins in the text
 * @param end where what is behind it begins
 */
public record WrittenDate(Published published, int start, int end) {
  /** Before, there were no newspapers; programs write the year 1, or -1, for no date. */
  private static final int LEAST_YEAR = 1600;

  private static final int CENTURY_BEGINS = 50;
  private static final int LAST_MONTH = 12;
  private static final int NOON = 12;

  private static final String BEGINS = "(?<![\\p{L}\\d./-])";
  private static final String WEEKDAY =
      "(?:(?<weekday>" + CalendarNames.anyOf(CalendarNames.WEEKDAYS.keySet()) + ")\\.?[,،:]? ?)?";
  private static final String MONTH = CalendarNames.anyOf(CalendarNames.MONTHS.keySet());

  /** An ending of Kurdish, a second name: 1ی ئازاری, آذار/مارس. */
  private static final String NAME =
      "(?<month>" + MONTH + ")(?:y?[aei]|ي)?(?: ?[/(] ?" + MONTH + "\\)?)?\\.?[,،]?";

  private static final String DAY = "(?<day>\\d{1,2})";
  private static final String YEAR = "(?<year>\\d{4})(?!\\d)";

  /** A year in two digits needs a time behind it. */
  private static final String ANY_YEAR = "(?<year>\\d{4}|\\d{2}(?= \\d{1,2}:))(?!\\d)";

  private static final String HALF =
      "am|pm|a\\.m\\.?|p\\.m\\.?|bn|pn|صباحا|مساء|ص|م|[بپقد]\\.[نظ]\\.?";
  private static final String CLOCK =
      "(?<before>오[전후] )?(?<hour>\\d{1,2})(?:[:.](?<minute>\\d{1,2})(?:[:.]\\d{1,2}(?:[.,:]\\d{1,9})?)?|(?= ?[ap]\\.?m))"
          + "(?: ?(?<half>"
          + HALF
          + ")(?!\\p{L}))?(?: ?\\(?(?<zone>"
          + Zones.WRITTEN
          + ")\\)?)?";

  private static final Pattern HAS_YEAR = Pattern.compile("\\d{4}|\\d \\d{1,2}:");

  private static final List<String> DATES =
      List.of(
          DAY + "(?:st|nd|rd|th|er|e|ي|\\.)?(?: de)?[ /-]+" + NAME + "(?: de)?[ /-]+" + ANY_YEAR,
          "(?<year>\\d{4})(?:[-/.]|년 ?)(?<month>\\d{1,2})(?:[-/.]|월 ?)(?<day>\\d{1,2})(?!\\d)일?",
          "(?<year>\\d{4})-" + NAME + "-" + DAY + "(?!\\d)",
          DAY + "[-/.](?<month>\\d{1,2})[-/.]" + YEAR,
          NAME + " " + DAY + "(?:st|nd|rd|th)?,? " + YEAR);

  private static final String BEHIND_YEAR = "(?:an|e| ?م(?!\\p{L}))?";
  private static final String BETWEEN =
      " {0,2}[,،t|@/–-]? ?(?:"
          + CalendarNames.anyOf(CalendarNames.WEEKDAYS.keySet())
          + "[,،]? )?(?:at |الساعه |كاتژمير |كاتژمێر |saet |um )?@?";

  private static final List<Pattern> FORMS =
      Stream.concat(
              DATES.stream()
                  .flatMap(
                      date ->
                          Stream.of(
                              WEEKDAY + date + BEHIND_YEAR + "(?:" + BETWEEN + CLOCK + ")?",
                              CLOCK + "[,،]?(?: on| [-–/])? " + WEEKDAY + date + BEHIND_YEAR)),
              Stream.of(WEEKDAY + NAME + " " + DAY + ",? " + CLOCK + " " + YEAR))
          .map(form -> Pattern.compile(BEGINS + form))
          .toList();

  /** The date that the whole of a text says, which is in {@link PlainLetters}. */
  public static Optional<WrittenDate> whole(String text) {
    return matchers(text).filter(Matcher::matches).map(WrittenDate::of).findFirst();
  }

  /**
   * The first date from there on in a text, which is in {@link PlainLetters}; of two that begin at
   * the same place, the longer.
   */
  public static Optional<WrittenDate> first(String text, int from) {
    return matchers(text)
        .filter(match -> match.find(from))
        .map(WrittenDate::of)
        .min(Comparator.comparingInt(WrittenDate::start).thenComparing(date -> -date.end));
  }

  /** None for texts without a year, as most are. */
  private static Stream<Matcher> matchers(String text) {
    return HAS_YEAR.matcher(text).find()
        ? FORMS.stream().map(form -> form.matcher(text))
        : Stream.empty();
  }

  /** Whether a word, in {@link PlainLetters}, is the name of a month. */
  public static boolean isMonth(String word) {
    return CalendarNames.MONTHS.containsKey(word);
  }

  private static WrittenDate of(Matcher match) {
    Published published;
    try {
      published = published(match);
    } catch (DateTimeException noSuchDay) {
      published = Published.UNKNOWN;
    }
    return new WrittenDate(published, match.start(), match.end());
  }

  private static Published published(Matcher match) {
    LocalDate day = day(match);
    if (day.getYear() < LEAST_YEAR) {
      return Published.UNKNOWN;
    }
    if (match.group("hour") == null) {
      return new Published(day.atStartOfDay().toInstant(ZoneOffset.UTC), Precision.DAY);
    }
    LocalDateTime time = time(match, day);
    return Zones.of(match.group("zone"))
        .map(zone -> Published.toTheMinute(time.toInstant(zone)))
        .orElseGet(() -> new Published(time.toInstant(ZoneOffset.UTC), Precision.DAY));
  }

  private static LocalDate day(Matcher match) {
    int year = year(match.group("year"));
    int first = number(match, "day");
    String month = match.group("month");
    if (!Character.isDigit(month.charAt(0))) {
      return LocalDate.of(year, CalendarNames.MONTHS.get(month), first);
    }
    int second = number(match, "month");
    boolean yearFirst = match.start("year") < match.start("month");
    return !yearFirst && isMonthFirst(match, year, first, second)
        ? LocalDate.of(year, first, second)
        : LocalDate.of(year, second, first);
  }

  /** What the weekday says; else, whether the other way there is no such month. */
  private static boolean isMonthFirst(Matcher match, int year, int first, int second) {
    String name = match.group("weekday");
    if (name == null || first > LAST_MONTH || second > LAST_MONTH) {
      return second > LAST_MONTH;
    }
    DayOfWeek weekday = CalendarNames.WEEKDAYS.get(name);
    return LocalDate.of(year, second, first).getDayOfWeek() != weekday
        && LocalDate.of(year, first, second).getDayOfWeek() == weekday;
  }

  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    return digits.length() > 2 ? year : year + (year < CENTURY_BEGINS ? 2000 : 1900);
  }

  /** 24:00 is the next day's midnight. */
  private static LocalDateTime time(Matcher match, LocalDate day) {
    int hour = number(match, "hour");
    boolean halved = match.group("half") != null || match.group("before") != null;
    if (halved && hour <= NOON) {
      hour = hour % NOON + (isAfternoon(match) ? NOON : 0);
    }
    int minute = match.group("minute") == null ? 0 : number(match, "minute");
    return hour == 24
        ? day.plusDays(1).atTime(0, minute)
        : LocalDateTime.of(day, LocalTime.of(hour, minute));
  }

  private static boolean isAfternoon(Matcher match) {
    String half = match.group("half");
    return half == null
        ? "오후 ".equals(match.group("before"))
        : half.startsWith("p")
            || half.startsWith("م")
            || half.startsWith("د")
            || half.startsWith("ب.ظ");
  }

  private static int number(Matcher match, String group) {
    return Integer.parseInt(match.group(group));
  }
}
