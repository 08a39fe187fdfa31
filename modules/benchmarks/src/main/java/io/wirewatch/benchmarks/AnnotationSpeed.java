package io.wirewatch.benchmarks;

import io.wirewatch.annotate.Annotator;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * How fast one thread annotates: by the clock, and by the thread's processor time, in which other
 * work on the machine hardly shows.
 */
record AnnotationSpeed(Rate clock, Rate processor) {

  /**
   * In one of the two times.
   *
   * @param articles a second
   * @param p50 of an article, in milliseconds
   * @param p99 of an article, in milliseconds
   */
  record Rate(double articles, double p50, double p99) {
    private static Rate of(LongStream nanos) {
      Clocked each = Clocked.of(nanos.toArray());
      double all = Arrays.stream(each.sorted()).sum();
      return new Rate(each.sorted().length * 1e9 / all, each.millis(0.5), each.millis(0.99));
    }

    private String line() {
      return articles + " " + p50 + " " + p99;
    }
  }

  /** Annotates for so long, by the clock. */
  static AnnotationSpeed measure(Annotator annotator, SizedArticles articles, double seconds) {
    var threads = ManagementFactory.getThreadMXBean();
    LongStream.Builder clock = LongStream.builder();
    LongStream.Builder processor = LongStream.builder();
    long start = System.nanoTime();
    long before = start;
    for (int number = 0; before - start < seconds * 1e9; number++) {
      long used = threads.getCurrentThreadCpuTime();
      var unused = annotator.annotate(articles.text(number));
      processor.add(threads.getCurrentThreadCpuTime() - used);
      long now = System.nanoTime();
      clock.add(now - before);
      before = now;
    }
    return new AnnotationSpeed(Rate.of(clock.build()), Rate.of(processor.build()));
  }

  /** As one process tells another. */
  String line() {
    return clock.line() + " " + processor.line();
  }

  static AnnotationSpeed parse(String line) {
    double[] six = Arrays.stream(line.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    return new AnnotationSpeed(new Rate(six[0], six[1], six[2]), new Rate(six[3], six[4], six[5]));
  }
}
