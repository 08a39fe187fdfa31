package io.wirewatch.journey.faults;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Nothing goes wrong, for long, at a steady rate; and nothing may grow. */
final class Soak {
  private static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(20);
  private static final double MOST_STORE_BYTES_AN_ARTICLE = 600;

  private final Theatre theatre;
  private final Watcher watcher;
  private final Random random;

  Soak(Theatre theatre, Watcher watcher, Random random) {
    this.theatre = theatre;
    this.watcher = watcher;
    this.random = random;
  }

  /** Articles a second that get through when as many come as can. */
  double peak(int articles) throws InterruptedException {
    return new Run(theatre, watcher, random)
        .play("peak", new Scenarios.Flood(), articles, Verdict.Rules.ALL_THE_SAME)
        .perSecond();
  }

  /** Runs; prints a table; whether every promise held and nothing grew. */
  boolean run(double perSecond, int minutes, PrintStream out) throws InterruptedException {
    Map<Child, Gauge> gauges = new LinkedHashMap<>();
    theatre
        .stages()
        .forEach(
            stage ->
                gauges.put(stage, new Gauge(stage.process().pid(), theatre.state(stage.name()))));
    try {
      Steady steady = new Steady(minutes, gauges);
      Outcome outcome =
          new Run(theatre, watcher, random)
              .play("soak", steady, (int) (perSecond * minutes * 60), Verdict.Rules.ALL_THE_SAME);
      return report(steady.samples, perSecond, outcome, out);
    } finally {
      gauges.values().forEach(Gauge::close);
    }
  }

  private static boolean report(
      Map<String, List<Sample>> samples, double perSecond, Outcome outcome, PrintStream out) {
    double storeMebibytes = perSecond * 3600 * MOST_STORE_BYTES_AN_ARTICLE / 1048576;
    List<Growth> measures =
        List.of(
            new Growth("heap after a collection, MiB", Sample::heapMebibytes, 16),
            new Growth("resident memory, MiB", Sample::residentMebibytes, 120),
            new Growth("threads", Sample::threads, 6),
            new Growth("file handles", Sample::files, 60),
            new Growth("store, MiB", Sample::storeMebibytes, storeMebibytes));
    out.println(
        "| stage | "
            + measures.stream().map(Growth::name).collect(Collectors.joining(" | "))
            + " |\n|---"
            + "|---".repeat(measures.size())
            + "|");
    boolean holds = outcome.holds();
    for (Map.Entry<String, List<Sample>> one : samples.entrySet()) {
      // What a process allots in its first minutes is no growth.
      List<Sample> steady =
          one.getValue().subList(one.getValue().size() / 4, one.getValue().size());
      out.println(
          "| "
              + one.getKey()
              + " | "
              + measures.stream()
                  .map(measure -> measure.cell(steady))
                  .collect(Collectors.joining(" | "))
              + " |");
      holds &= measures.stream().allMatch(measure -> measure.holds(steady));
    }
    Difference difference = outcome.verdict().difference();
    out.printf(
        "%.0f articles/s; lost %d, double %d, out of order %d, wrong sums %s, %d ended by themselves%n",
        perSecond,
        difference.lost(),
        difference.doubled(),
        difference.outOfOrder(),
        outcome.verdict().wrongSums(),
        outcome.fallen());
    return holds;
  }

  /** Samples while articles flow. */
  private static final class Steady implements Scenario {
    private final int minutes;
    private final Map<Child, Gauge> gauges;
    private final Map<String, List<Sample>> samples = new LinkedHashMap<>();

    Steady(int minutes, Map<Child, Gauge> gauges) {
      this.minutes = minutes;
      this.gauges = gauges;
    }

    @Override
    public void play(Trial trial) throws InterruptedException {
      long begin = System.nanoTime();
      while (trial.feed().isFlowing()) {
        double hours = (System.nanoTime() - begin) / 3.6e12;
        gauges.forEach(
            (stage, gauge) ->
                samples
                    .computeIfAbsent(stage.name(), name -> new ArrayList<>())
                    .add(gauge.sample(hours)));
        Trial.sleep(BETWEEN_SAMPLES);
      }
    }

    @Override
    public int flowSeconds() {
      return minutes * 60;
    }
  }
}
