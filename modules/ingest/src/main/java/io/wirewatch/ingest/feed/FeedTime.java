package io.wirewatch.ingest.feed;

import io.wirewatch.Precision;
import io.wirewatch.ingest.article.Published;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as feeds write them: RFC 822 and what is taken for it, ISO 8601 and W3CDTF, the C
 * library's, with digits of any script. A time whose zone nobody knows is known to the day.
 */
final class FeedTime {
  private static final int MOST_CHARS = 100;
  private static final int CENTURY_BEGINS = 50;

  private static final String CLOCK =
      "(?<hour>\\d{1,2})[:.](?<minute>\\d{1,2})(?:[:.](?<second>\\d{1,2})(?:[.,:]\\d{1,9})?)?"
          + "(?: ?(?<half>am|pm|a\\.m\\.|p\\.m\\.|ص|م|صباحا|مساء|ب\\.ن|د\\.ن)(?=\\W|$))?";
  private static final String ZONE = " ?(?<zone>\\S.{0,30})?";
  private static final String WEEKDAY = "(?:\\p{L}++\\.?[,،]? ?)?";

  /** 2003-12-31T10:14:55Z, 20031231, 2003-12, 2003-365, 2003/12/31 10:14. */
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<year>\\d{4})(?:[-/.]?(?<ordinal>\\d{3})|(?:[-/.]?(?<month>\\d{1,2})(?:[-/.]?(?<day>\\d{1,2}))?)?)"
              + "(?:(?:t|,? )(?:(?<compact>\\d{4}(?:\\d\\d)?)|"
              + CLOCK
              + ")"
              + ZONE
              + ")?");

  /** Thu, 01 Jan 2004 19:48:21 GMT; the year in two digits, no seconds, other orders of both. */
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          WEEKDAY
              + "(?<day>\\d{1,2})(?:st|nd|rd|th)?[ \\-/]+(?<name>\\p{L}+(?: \\p{L}+)?)\\.?,?[ \\-/]+(?<year>\\d{4}|\\d{2})(?!\\d)"
              + "(?:[,،t]? ?(?:at )?"
              + CLOCK
              + ZONE
              + ")?");

  /** Thu Jan 1 19:48:21 GMT 2004. */
  private static final Pattern YEAR_LAST =
      Pattern.compile(
          WEEKDAY
              + "(?<name>\\p{L}+)\\.? (?<day>\\d{1,2}),? "
              + CLOCK
              + "(?: (?<zone>[\\p{L}+:\\d-]{1,9}?))? (?<year>\\d{4})");

  /** January 1, 2004 7:48 pm. */
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          WEEKDAY
              + "(?<name>\\p{L}+)\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})"
              + "(?:[,،]? ?(?:at )?"
              + CLOCK
              + ZONE
              + ")?");

  /** 31/12/2003 10:14; the day first, unless that cannot be. */
  private static final Pattern NUMBERS =
      Pattern.compile(
          WEEKDAY
              + "(?<day>\\d{1,2})[-/.](?<month>\\d{1,2})[-/.](?<year>\\d{4})"
              + "(?:[,،]? ?(?:- ?)?"
              + CLOCK
              + ZONE
              + ")?");

  private static final Pattern[] FORMS = {YEAR_FIRST, DAY_FIRST, YEAR_LAST, MONTH_FIRST, NUMBERS};

  private FeedTime() {}

  /** The time; unknown for what is none. */
  static Published of(String written) {
    if (written.length() > MOST_CHARS) {
      return Published.UNKNOWN;
    }
    String text = plain(written);
    for (Pattern form : FORMS) {
      Matcher match = form.matcher(text);
      if (match.matches()) {
        return read(match, form).orElse(Published.UNKNOWN);
      }
    }
    return Published.UNKNOWN;
  }

  private static String plain(String written) {
    StringBuilder text = new StringBuilder(written.length());
    for (int at = 0; at < written.length(); at++) {
      char c = written.charAt(at);
      if (Character.isDigit(c)) {
        text.append((char) ('0' + Character.digit(c, 10)));
      } else if (Character.getType(c) != Character.FORMAT) {
        text.append(Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c);
      }
    }
    return text.toString().strip().replaceAll(" {2,}", " ").toLowerCase(Locale.ROOT);
  }

  private static Optional<Published> read(Matcher match, Pattern form) {
    try {
      Optional<LocalDate> day = day(match, form);
      if (day.isEmpty()) {
        return Optional.empty();
      }
      boolean ofMonth =
          form == YEAR_FIRST && group(match, form, "ordinal") == null && match.group("day") == null;
      if (ofMonth) {
        return Optional.of(at(day.get().atStartOfDay(), ZoneOffset.UTC, Precision.WEEK));
      }
      Optional<LocalTime> clock = clock(match, form);
      if (clock.isEmpty()) {
        return Optional.of(at(day.get().atStartOfDay(), ZoneOffset.UTC, Precision.DAY));
      }
      boolean midnight = hour(match) == 24;
      LocalDateTime time = day.get().plusDays(midnight ? 1 : 0).atTime(clock.get());
      return Optional.of(
          Zones.of(match.group("zone"))
              .map(zone -> at(time, zone, Precision.MINUTE))
              .orElseGet(() -> at(time, ZoneOffset.UTC, Precision.DAY)));
    } catch (DateTimeException noSuchTime) {
      return Optional.empty();
    }
  }

  private static Published at(LocalDateTime time, ZoneOffset zone, Precision precision) {
    return new Published(time.toInstant(zone), precision);
  }

  private static Optional<LocalDate> day(Matcher match, Pattern form) {
    int year = year(match.group("year"));
    String ordinal = group(match, form, "ordinal");
    if (ordinal != null) {
      return Optional.of(Year.of(year).atDay(Integer.parseInt(ordinal)));
    }
    String name = group(match, form, "name");
    String number = form == YEAR_FIRST || form == NUMBERS ? match.group("month") : null;
    if (name == null && number == null) {
      return Optional.empty();
    }
    int month = name == null ? Integer.parseInt(number) : Months.named(name).orElse(0);
    int day = match.group("day") == null ? 1 : Integer.parseInt(match.group("day"));
    boolean swapped = form == NUMBERS && month > 12;
    return Optional.of(swapped ? LocalDate.of(year, day, month) : LocalDate.of(year, month, day));
  }

  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    return digits.length() > 2 ? year : year + (year < CENTURY_BEGINS ? 2000 : 1900);
  }

  private static Optional<LocalTime> clock(Matcher match, Pattern form) {
    String compact = group(match, form, "compact");
    if (compact != null) {
      return Optional.of(
          LocalTime.of(
              Integer.parseInt(compact.substring(0, 2)) % 24,
              Integer.parseInt(compact.substring(2, 4))));
    }
    if (match.group("hour") == null) {
      return Optional.empty();
    }
    String half = match.group("half");
    int hour = hour(match);
    if (half != null && hour <= 12) {
      boolean after = half.startsWith("p") || half.startsWith("م") || half.startsWith("د");
      hour = hour % 12 + (after ? 12 : 0);
    }
    return Optional.of(
        LocalTime.of(hour == 24 ? 0 : hour, Integer.parseInt(match.group("minute"))));
  }

  private static int hour(Matcher match) {
    return match.group("hour") == null ? 0 : Integer.parseInt(match.group("hour"));
  }

  private static @org.jspecify.annotations.Nullable String group(
      Matcher match, Pattern form, String name) {
    return form.pattern().contains("(?<" + name + ">") ? match.group(name) : null;
  }
}
