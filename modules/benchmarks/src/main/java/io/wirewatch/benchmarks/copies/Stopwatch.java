package io.wirewatch.benchmarks.copies;

import java.lang.management.ManagementFactory;

/** The processor time of this thread: what others do on the machine is not in it. */
final class Stopwatch {
  private static final double NANOS = 1e9;
  private final long start = now();

  /** So many a second since it was made. */
  double rate(int count) {
    return count * NANOS / (now() - start);
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
