package io.wirewatch.app;

import io.wirewatch.contract.yaml.Spans;
import java.time.Duration;

/** A span of time as it is typed. */
final class SpanWord {
  private static final Duration LEAST = Duration.ofMinutes(1);
  private static final Duration MOST = Duration.ofDays(90);

  private SpanWord() {}

  /**
   * The span.
   *
   * @param option what it was given to
   * @throws Refusal where it is none of 1 minute to 90 days
   */
  static Duration of(String option, String given) {
    return Spans.parse(given)
        .filter(span -> span.compareTo(LEAST) >= 0 && span.compareTo(MOST) <= 0)
        .orElseThrow(
            () -> new Refusal(option + " takes a time of 1 minute to 90 days: 30m, 4h, 7d"));
  }
}
