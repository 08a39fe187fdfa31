package io.wirewatch.ingest.poll;

import io.wirewatch.ingest.web.WebAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.DateUtils;

/** What an answer says of when to ask again (RFC 9110, 10.2.3; RFC 9111, 5.2.2.1). */
final class Waits {
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final Pattern MAX_AGE =
      Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,9})", Pattern.CASE_INSENSITIVE);

  private Waits() {}

  /** Whether it says that it is asked too much. */
  static boolean isBusy(WebAnswer answer) {
    return answer.status() == 429 || answer.status() == 503;
  }

  /** {@code Retry-After}: seconds or a date; at most a week ahead. */
  static Optional<Instant> asked(WebAnswer answer, Instant now) {
    return answer.header("retry-after").map(String::strip).flatMap(text -> asked(text, now));
  }

  private static Optional<Instant> asked(String text, Instant now) {
    Instant last = now.plus(LONGEST);
    Optional<Instant> until =
        text.matches("\\d{1,12}")
            ? Optional.of(now.plusSeconds(Long.parseLong(text)))
            : Optional.ofNullable(DateUtils.parseStandardDate(text));
    return until.filter(now::isBefore).map(wanted -> wanted.isAfter(last) ? last : wanted);
  }

  /** How long a content holds by {@code Cache-Control}, less its {@code Age}; never negative. */
  static Duration fresh(WebAnswer answer) {
    Matcher maxAge = MAX_AGE.matcher(answer.header("cache-control").orElse(""));
    if (!maxAge.find()) {
      return Duration.ZERO;
    }
    String age =
        answer.header("age").map(String::strip).filter(a -> a.matches("\\d{1,9}")).orElse("0");
    long seconds = Long.parseLong(maxAge.group(1)) - Long.parseLong(age);
    return Duration.ofSeconds(Math.max(0, seconds));
  }
}
