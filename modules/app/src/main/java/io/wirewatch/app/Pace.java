package io.wirewatch.app;

import java.time.Duration;

/**
 * How fast long work on records goes, counted from when this is made.
 *
 * @param expected records that are to come; not positive where that is not known
 */
record Pace(long expected, long startNanos) {

  static Pace of(long expected) {
    return new Pace(expected, System.nanoTime());
  }

  /** Records a second. */
  double rate(long read) {
    return read / seconds();
  }

  /**
   * The part that is done and the time left, to stand behind a line; empty where that is not known.
   *
   * @param atMost what stands before the time, or nothing
   */
  String rest(long read, String atMost) {
    if (expected <= 0 || read == 0) {
      return "";
    }
    double seconds = seconds();
    double part = Math.min(1, (double) read / expected);
    return " · %d%% · %s%s left"
        .formatted(
            (int) (part * 100),
            atMost,
            LineProgress.time(Duration.ofSeconds(Math.round(seconds / part - seconds))));
  }

  private double seconds() {
    return Math.max(0.001, (System.nanoTime() - startNanos) / 1e9);
  }
}
