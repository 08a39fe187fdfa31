package io.wirewatch.ingest.page;

import io.wirewatch.Precision;
import io.wirewatch.ingest.article.Published;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times as machines write them: ISO 8601 with or without a time, seconds, zone; the dates of mail.
 * Without a zone it is read as UTC, and known to the day.
 */
final class StampedTime {
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d{2})-(\\d{2})(?:[T ]+(\\d{1,2}):(\\d{2})(?::\\d{2}(?:[.,]\\d{1,9})?)?\\s?(Z|UTC|GMT|[+-]\\d{2}:?\\d{0,2})?)?");

  private StampedTime() {}

  static Optional<Published> read(String said) {
    Matcher iso = ISO.matcher(AgeReader.asciiDigits(said.strip()));
    try {
      return iso.matches() ? Optional.of(published(iso)) : mail(said.strip());
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Published published(Matcher iso) {
    LocalDate day = LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
    if (iso.group(4) == null) {
      return new Published(day.atStartOfDay(ZoneOffset.UTC).toInstant(), Precision.DAY);
    }
    LocalDateTime local = day.atTime(LocalTime.of(number(iso, 4), number(iso, 5)));
    Precision precision = iso.group(6) == null ? Precision.DAY : Precision.MINUTE;
    return new Published(local.toInstant(zone(iso.group(6))), precision);
  }

  private static ZoneOffset zone(@Nullable String written) {
    return written == null || Character.isLetter(written.charAt(0))
        ? ZoneOffset.UTC
        : ZoneOffset.of(written);
  }

  private static Optional<Published> mail(String said) {
    try {
      Instant at = DateTimeFormatter.RFC_1123_DATE_TIME.parse(said, Instant::from);
      return Optional.of(Published.toTheMinute(at));
    } catch (DateTimeParseException another) {
      return Optional.empty();
    }
  }

  private static int number(Matcher iso, int group) {
    return Integer.parseInt(iso.group(group));
  }
}
