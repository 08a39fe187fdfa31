package io.wirewatch.benchmarks;

import io.wirewatch.benchmarks.quality.Contestant;
import io.wirewatch.benchmarks.quality.Spread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one start of a process shows, whose JVM has the launcher's collector.
 *
 * @param seconds from the start of its JVM until it had read its first article
 * @param megabytes in use after a collection, when it had nothing more to do
 * @param speed of annotation; empty where only a tagger of names was started
 */
record AnnotationStart(double seconds, double megabytes, Optional<AnnotationSpeed> speed) {
  private static final List<String> SERIAL = List.of("-XX:-UseG1GC", "-XX:+UseSerialGC");

  /** Of a tagger of names; the heap is wide enough for every one of them. */
  static AnnotationStart tagger(Contestant who, Path openNlpModel) throws IOException {
    return run("2g", List.of("tagger", who.name(), openNlpModel.toString()), false);
  }

  /** Of all that annotation does, in a heap of 512 MiB. */
  static AnnotationStart annotate(AnnotationOptions options) throws IOException {
    return run(
        "512m",
        List.of(
            "annotate",
            options.articles().toString(),
            Integer.toString(options.size()),
            Double.toString(options.seconds())),
        true);
  }

  private static AnnotationStart run(String heap, List<String> command, boolean saysSpeed)
      throws IOException {
    List<String> java = new ArrayList<>(SERIAL);
    java.add("-Xmx" + heap);
    long start = System.nanoTime();
    try (ChildProcess child = ChildProcess.start("", java, command)) {
      child.line();
      double seconds = RulesTable.seconds(start);
      Optional<AnnotationSpeed> speed =
          saysSpeed ? Optional.of(AnnotationSpeed.parse(child.line())) : Optional.empty();
      AnnotationStart run = new AnnotationStart(seconds, Double.parseDouble(child.line()), speed);
      System.err.printf("  %s: %s%n", command.get(0), run);
      return run;
    }
  }

  /** As a cell of a table. */
  static String seconds(List<AnnotationStart> runs) {
    return Spread.of(runs.stream().map(AnnotationStart::seconds).toList()).in("%.2f") + " s";
  }

  /** As a cell of a table. */
  static String megabytes(List<AnnotationStart> runs) {
    return "%.0f MB"
        .formatted(Spread.of(runs.stream().map(AnnotationStart::megabytes).toList()).median());
  }
}
