package io.wirewatch.benchmarks;

import java.util.Arrays;

/** Measured times, in nanoseconds. */
@SuppressWarnings("ArrayRecordComponent") // some 100,000 numbers, never compared
record Clocked(long[] sorted) {
  static Clocked of(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Clocked(sorted);
  }

  /** In milliseconds; {@code share} from 0 to 1. */
  double millis(double share) {
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / 1e6;
  }

  @Override
  public String toString() {
    return "p50 %.3f ms, p99 %.3f ms, worst %.3f ms"
        .formatted(millis(0.5), millis(0.99), sorted[sorted.length - 1] / 1e6);
  }
}
