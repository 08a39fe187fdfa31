package io.wirewatch.benchmarks;

import io.wirewatch.annotate.Annotator;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * How fast one thread annotates.
 *
 * @param clock articles a second, by the clock
 * @param processor articles a second of the thread's processor time
 * @param p50 of an article, in milliseconds
 * @param p99 of an article, in milliseconds
 */
record AnnotationSpeed(double clock, double processor, double p50, double p99) {

  /** Annotates for so long. */
  static AnnotationSpeed measure(Annotator annotator, SizedArticles articles, double seconds) {
    var threads = ManagementFactory.getThreadMXBean();
    LongStream.Builder nanos = LongStream.builder();
    int count = 0;
    long used = threads.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    long before = start;
    while (before - start < seconds * 1e9) {
      var unused = annotator.annotate(articles.text(count));
      count++;
      long now = System.nanoTime();
      nanos.add(now - before);
      before = now;
    }
    double processor = count * 1e9 / (threads.getCurrentThreadCpuTime() - used);
    Clocked each = Clocked.of(nanos.build().toArray());
    return new AnnotationSpeed(
        count * 1e9 / (before - start), processor, each.millis(0.5), each.millis(0.99));
  }

  /** As one process tells another. */
  String line() {
    return clock + " " + processor + " " + p50 + " " + p99;
  }

  static AnnotationSpeed parse(String line) {
    double[] numbers =
        Arrays.stream(line.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    return new AnnotationSpeed(numbers[0], numbers[1], numbers[2], numbers[3]);
  }
}
