package io.wirewatch.app;

import io.wirewatch.replay.ReplaySums;
import java.time.Duration;
import java.util.Locale;

/** How far a replay is: records, their rate, and where their number is known the time left. */
final class ReplayProgress {
  private final ReplaySums sums;
  private final long before;
  private final long expected;
  private final long startNanos = System.nanoTime();

  /**
   * Progress of a replay that begins now.
   *
   * @param expected records that are still to come; negative where that is not known
   */
  ReplayProgress(ReplaySums sums, long expected) {
    this.sums = sums;
    this.before = sums.of(ReplaySums.Sum.READ);
    this.expected = expected;
  }

  /** One line. */
  String line() {
    long read = sums.of(ReplaySums.Sum.READ) - before;
    double seconds = Math.max(0.001, (System.nanoTime() - startNanos) / 1e9);
    String line =
        String.format(
            Locale.ROOT,
            "replay: %,d records · %,.0f a second · %,d alerts",
            read,
            read / seconds,
            sums.of(ReplaySums.Sum.ALERTS));
    if (expected <= 0 || read == 0) {
      return line;
    }
    double part = Math.min(1, (double) read / expected);
    return line
        + " · %d%% · %s left"
            .formatted(
                (int) (part * 100),
                LineProgress.time(Duration.ofSeconds(Math.round(seconds / part - seconds))));
  }
}
