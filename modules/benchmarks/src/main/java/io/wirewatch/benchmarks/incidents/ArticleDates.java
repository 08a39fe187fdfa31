package io.wirewatch.benchmarks.incidents;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When articles were published: what their lines say, or else the day of their dateline ("BONN,
 * March 5 -"). One without either is of the day of the one before. Those of a day follow each other
 * by the minute.
 */
final class ArticleDates {
  private static final int YEAR = 1987;
  private static final int WITHIN_CHARS = 120;
  private static final String MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec";
  private static final Pattern DAY =
      Pattern.compile(
          "\\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.? (\\d{1,2}) - ");
  private static final Duration STEP = Duration.ofMinutes(1);

  private LocalDate day = LocalDate.of(YEAR, 1, 1);
  private int ofDay;

  /** The next article's; files are in order. */
  Instant next(JsonNode article) {
    String given = article.path("publishedAt").asText();
    if (!given.isEmpty()) {
      return Instant.parse(given);
    }
    String body = article.path("body").asText();
    Matcher dated = DAY.matcher(body.substring(0, Math.min(WITHIN_CHARS, body.length())));
    if (dated.find()) {
      move(dated);
    }
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(STEP.multipliedBy(ofDay++));
  }

  private void move(Matcher dated) {
    int month =
        List.of(MONTHS.split(" ", -1)).indexOf(dated.group(1).toLowerCase(java.util.Locale.ROOT));
    int number = Integer.parseInt(dated.group(2));
    LocalDate first = LocalDate.of(YEAR, month + 1, 1);
    LocalDate found =
        number >= 1 && number <= first.lengthOfMonth() ? first.withDayOfMonth(number) : day;
    if (!found.equals(day)) {
      day = found;
      ofDay = 0;
    }
  }
}
