package io.wirewatch.benchmarks;

import io.wirewatch.benchmarks.silence.Trial;
import java.io.PrintStream;

/** What the alarm of silent sources makes of made-up ones: false alarms, and deaths noticed. */
final class SilenceTable {
  private static final double[] CLASSES = {0, 1, 5, 20, 60, 1000};
  private static final double WANTED_GAPS = 3;

  private final Options options;
  private final long seed;
  private final PrintStream out;

  SilenceTable(Options options, long seed, PrintStream out) {
    this.options = options;
    this.seed = seed;
    this.out = out;
  }

  void print() {
    Trial trial =
        Trial.run(
            options.number("--sources", 200),
            options.number("--days", 400),
            options.number("--deaths", 20),
            options.number("--seed", (int) seed));
    out.println(
        """
        | items a day | sources | false alarms a source a month: mean, worst | over 1 a month | deaths | noticed after normal gaps: mean, median, p95, worst | within 3 | in items missing: median, p95 | in hours: median, p95 | deaths on holidays: gaps, median, p95 |
        |---|---|---|---|---|---|---|---|---|---|""");
    for (int at = 0; at + 1 < CLASSES.length; at++) {
      row(
          "%.0f to %.0f".formatted(CLASSES[at], CLASSES[at + 1]),
          trial.between(CLASSES[at], CLASSES[at + 1]));
    }
    row("all", trial);
    out.printf("%n%d deaths were not tried: not enough was known.%n", trial.unknown());
  }

  private void row(String name, Trial trial) {
    double[] alarms = trial.alarmsAMonth();
    double[] gaps = trial.gaps(false);
    double[] items = trial.items();
    double[] hours = trial.hours();
    double[] onHolidays = trial.gaps(true);
    out.printf(
        "| %s | %d | %.2f, %.2f | %.0f | %,d | %.2f, %.2f, %.2f, %.2f | %.1f %% | %.1f, %.1f | %.1f, %.1f | %.2f, %.2f |%n",
        name,
        trial.sources(),
        Trial.mean(alarms),
        Trial.quantile(alarms, 1),
        alarms.length * (1 - Trial.within(alarms, 1)),
        gaps.length,
        Trial.mean(gaps),
        Trial.quantile(gaps, 0.5),
        Trial.quantile(gaps, 0.95),
        Trial.quantile(gaps, 1),
        100 * Trial.within(gaps, WANTED_GAPS),
        Trial.quantile(items, 0.5),
        Trial.quantile(items, 0.95),
        Trial.quantile(hours, 0.5),
        Trial.quantile(hours, 0.95),
        Trial.quantile(onHolidays, 0.5),
        Trial.quantile(onHolidays, 0.95));
  }
}
