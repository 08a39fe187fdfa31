package io.wirewatch.ingest.feed;

import io.wirewatch.Precision;
import io.wirewatch.ingest.article.Published;
import io.wirewatch.ingest.date.PlainLetters;
import io.wirewatch.ingest.date.WrittenDate;
import io.wirewatch.ingest.date.Zones;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as feeds write them: RFC 822 and what is taken for it, ISO 8601 and W3CDTF, the C
 * library's, with digits of any script. A time whose zone nobody knows is known to the day.
 */
final class FeedTime {
  private static final int MOST_CHARS = 100;
  private static final int MOST_CHARS_BEHIND = 40;

  /** What ISO 8601 has beside dates that people write: 20031231T1014Z, 2003-365, 2003-12. */
  private static final Pattern BASIC =
      Pattern.compile(
          "(?<year>1[6-9]\\d\\d|[2-9]\\d{3})(?:-?(?<ordinal>\\d{3})|-?(?<month>\\d\\d?)(?:-?(?<day>\\d\\d))?)"
              + "(?:t(?<hour>\\d\\d)(?<minute>\\d\\d)?(?:\\d\\d)?(?<zone>[^\\d:.].{0,30})?)?");

  private static final Pattern WORD = Pattern.compile("(?:\\p{L}++[.,،]? ?)?");

  private FeedTime() {}

  /** The time; unknown for what is none. */
  static Published of(String written) {
    if (written.length() > MOST_CHARS) {
      return Published.UNKNOWN;
    }
    String text = PlainLetters.of(written);
    return WrittenDate.whole(text)
        .map(WrittenDate::published)
        .or(() -> basic(text))
        .or(
            () ->
                WrittenDate.first(text, 0)
                    .filter(date -> isAll(text, date))
                    .map(WrittenDate::published))
        .orElse(Published.UNKNOWN);
  }

  /**
   * Whether no more than a word is before it, a weekday's, and no more than a zone's name behind.
   */
  private static boolean isAll(String text, WrittenDate date) {
    return WORD.matcher(text.substring(0, date.start())).matches()
        && text.length() - date.end() <= MOST_CHARS_BEHIND;
  }

  private static Optional<Published> basic(String text) {
    Matcher match = BASIC.matcher(text);
    try {
      return match.matches() ? Optional.of(published(match)) : Optional.empty();
    } catch (DateTimeException noSuchTime) {
      return Optional.empty();
    }
  }

  private static Published published(Matcher match) {
    LocalDate day = day(match);
    if (match.group("hour") == null) {
      boolean ofMonth = match.group("ordinal") == null && match.group("day") == null;
      return new Published(
          day.atStartOfDay().toInstant(ZoneOffset.UTC), ofMonth ? Precision.WEEK : Precision.DAY);
    }
    LocalTime time = LocalTime.of(number(match, "hour", 0), number(match, "minute", 0));
    return Zones.of(match.group("zone"))
        .map(zone -> Published.toTheMinute(day.atTime(time).toInstant(zone)))
        .orElseGet(() -> new Published(day.atTime(time).toInstant(ZoneOffset.UTC), Precision.DAY));
  }

  private static LocalDate day(Matcher match) {
    int year = number(match, "year", 0);
    return match.group("ordinal") == null
        ? LocalDate.of(year, number(match, "month", 0), number(match, "day", 1))
        : Year.of(year).atDay(number(match, "ordinal", 0));
  }

  private static int number(Matcher match, String group, int otherwise) {
    String digits = match.group(group);
    return digits == null ? otherwise : Integer.parseInt(digits);
  }
}
