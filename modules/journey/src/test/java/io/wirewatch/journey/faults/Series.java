package io.wirewatch.journey.faults;

import java.util.List;
import java.util.function.ToLongFunction;

/** All runs of one scenario, as a row of a Markdown table. */
record Series(String scenario, int articles, List<Outcome> outcomes) {
  static final String HEAD =
      """
      | scenario | runs | articles a run | lost | double | out of order | sums wrong | stage ended by itself | first record after the fault, median / worst | no lag, median / worst |
      |---|---|---|---|---|---|---|---|---|---|""";

  String row() {
    return "| %s | %d | %,d | %d | %d | %d | %d | %d | %s | %s |"
        .formatted(
            scenario,
            outcomes.size(),
            articles,
            sum(outcome -> outcome.verdict().difference().lost()),
            sum(outcome -> outcome.verdict().difference().doubled()),
            sum(outcome -> outcome.verdict().difference().outOfOrder()),
            sum(outcome -> outcome.verdict().wrongSums().size()),
            sum(Outcome::fallen),
            medianAndWorst(outcome -> outcome.recovery().firstMillis()),
            medianAndWorst(outcome -> outcome.recovery().lagMillis()));
  }

  boolean holds() {
    return outcomes.stream().allMatch(Outcome::holds);
  }

  private long sum(ToLongFunction<Outcome> count) {
    return outcomes.stream().mapToLong(count).sum();
  }

  private String medianAndWorst(ToLongFunction<Outcome> millis) {
    long[] sorted = outcomes.stream().mapToLong(millis).sorted().toArray();
    return sorted.length == 0
        ? "–"
        : "%.1f / %.1f s".formatted(median(sorted) / 1000, sorted[sorted.length - 1] / 1000.0);
  }

  private static double median(long[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
  }
}
