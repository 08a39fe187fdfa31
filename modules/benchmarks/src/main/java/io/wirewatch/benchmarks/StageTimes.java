package io.wirewatch.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/**
 * Processor time that a process of stages has used, in seconds.
 *
 * @param enrich by the threads of enrichment
 * @param alert by the threads of alerts
 * @param all by these, their clients' threads, compilers and collectors
 */
record StageTimes(double enrich, double alert, double all) {
  static final StageTimes NONE = new StageTimes(0, 0, 0);

  /** Of this process. */
  static StageTimes now() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double enrich = 0;
    double alert = 0;
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      String name = thread == null ? "" : thread.getThreadName();
      if (thread != null && name.matches(".*-StreamThread-\\d+")) {
        double seconds = threads.getThreadCpuTime(thread.getThreadId()) / 1e9;
        enrich += name.startsWith("wirewatch-enrich") ? seconds : 0;
        alert += name.startsWith("wirewatch-alert") ? seconds : 0;
      }
    }
    double all =
        ProcessHandle.current().info().totalCpuDuration().map(d -> d.toNanos() / 1e9).orElse(0.0);
    return new StageTimes(enrich, alert, all);
  }

  /** As one process tells another. */
  String line() {
    return enrich + " " + alert + " " + all;
  }

  static StageTimes parse(String line) {
    String[] numbers = line.split(" ", -1);
    return new StageTimes(
        Double.parseDouble(numbers[0]),
        Double.parseDouble(numbers[1]),
        Double.parseDouble(numbers[2]));
  }

  StageTimes plus(StageTimes other) {
    return new StageTimes(enrich + other.enrich, alert + other.alert, all + other.all);
  }

  /** Since an earlier reading, so many articles on: for one article, in microseconds. */
  StageTimes microsSince(StageTimes before, int articles) {
    double scale = 1e6 / articles;
    return new StageTimes(
        (enrich - before.enrich) * scale,
        (alert - before.alert) * scale,
        (all - before.all) * scale);
  }
}
