package io.wirewatch.deliver.target;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After} (RFC 9110, 10.2.3): seconds or a date, a day at most. */
final class RetryAfter {
  private static final Duration LONGEST = Duration.ofDays(1);

  private RetryAfter() {}

  /**
   * So long it asks to wait; empty where it says nothing that can be read.
   *
   * @param now by the other side's clock, which its dates are of
   */
  static Optional<Duration> of(@Nullable String header, Instant now) {
    String said = header == null ? "" : header.strip();
    if (said.matches("\\d{1,9}")) {
      return Optional.of(bounded(Duration.ofSeconds(Long.parseLong(said))));
    }
    return date(said).map(then -> bounded(Duration.between(now, then)));
  }

  /** A date as HTTP writes them; empty where it is none. */
  static Optional<Instant> date(@Nullable String header) {
    return header == null || header.isBlank()
        ? Optional.empty()
        : Optional.ofNullable(DateUtils.parseStandardDate(header.strip()));
  }

  private static Duration bounded(Duration asked) {
    if (asked.isNegative()) {
      return Duration.ZERO;
    }
    return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
  }
}
