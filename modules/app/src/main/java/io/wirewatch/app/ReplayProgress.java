package io.wirewatch.app;

import io.wirewatch.replay.ReplaySums;
import java.util.Locale;

/** How far a replay is: records, their rate, and where their number is known the time left. */
final class ReplayProgress {
  private final ReplaySums sums;
  private final long before;
  private final Pace pace;

  /**
   * Progress of a replay that begins now.
   *
   * @param expected records that are still to come; negative where that is not known
   */
  ReplayProgress(ReplaySums sums, long expected) {
    this.sums = sums;
    this.before = sums.of(ReplaySums.Sum.READ);
    this.pace = Pace.of(expected);
  }

  /** One line. */
  String line() {
    long read = sums.of(ReplaySums.Sum.READ) - before;
    return String.format(
            Locale.ROOT,
            "replay: %,d records · %,.0f a second · %,d alerts",
            read,
            pace.rate(read),
            sums.of(ReplaySums.Sum.ALERTS))
        + pace.rest(read, "");
  }
}
