package io.wirewatch.benchmarks.scale;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Articles that go through all steps, thread by thread. The same seed gives the same times. */
public final class Simulation {
  /* An article waits for its partition's thread, is enriched, waits for that thread's next commit, does all that once more
   * where stories are told, by one thread, and once more in the alert stage, and is there for readers. Commits of a thread are a fixed time apart, at a phase of its own. What is
   * left out: batches of fetches and sends (milliseconds), collections of garbage, rebalances. */
  private final Articles articles;
  private final Costs costs;
  private final Needs needs;

  /**
   * Seconds from an article's publication to its committed alerts.
   *
   * @param busiest the share of its time that the busiest thread works; above 1 it falls behind for
   *     ever
   */
  public record Times(double p50, double p99, double worst, double busiest) {}

  private record Arrival(double at, int partition, double published) {}

  /** Articles, what they cost, and on what they run. */
  public Simulation(Articles articles, Costs costs, Needs needs) {
    this.articles = articles;
    this.costs = costs;
    this.needs = needs;
  }

  /** Runs so many articles. */
  public Times run(int count, long seed) {
    Random random = new Random(seed);
    List<Step> steps =
        List.of(
            new Step(needs.enrichThreads(), costs.enrichMicros(), random),
            new Step(1, costs.storyMicros(), random),
            new Step(needs.alertThreads(), costs.alertMicros(), random));
    Arrival[] arrivals = published(count, random);
    double end = arrivals[count - 1].published();
    for (Step step : steps) {
      // Those that leave a step do not leave in the order in which they came.
      Arrays.sort(arrivals, Comparator.comparingDouble(Arrival::at));
      Arrays.setAll(arrivals, i -> step.committed(arrivals[i]));
    }
    double[] latency =
        Arrays.stream(arrivals)
            .mapToDouble(arrival -> arrival.at() - arrival.published())
            .sorted()
            .toArray();
    return new Times(
        latency[count / 2],
        latency[(int) (count * 0.99)],
        latency[count - 1],
        steps.stream().mapToDouble(step -> step.busiest(end)).max().orElseThrow());
  }

  private Arrival[] published(int count, Random random) {
    Arrival[] arrivals = new Arrival[count];
    double now = 0;
    for (int i = 0; i < count; i++) {
      now += articles.secondsToNext(random);
      arrivals[i] = new Arrival(now, articles.partition(random, needs.partitions()), now);
    }
    return arrivals;
  }

  private final class Step {
    private final Line[] lines;
    private final double[] phases;
    private final int[] served;
    private final double serviceSeconds;

    Step(int threads, double micros, Random random) {
      serviceSeconds = micros * 1e-6;
      lines = Stream.generate(() -> new Line(serviceSeconds)).limit(threads).toArray(Line[]::new);
      phases = random.doubles(threads).toArray();
      served = new int[threads];
    }

    Arrival committed(Arrival article) {
      int thread = article.partition() % lines.length;
      served[thread]++;
      double done = lines[thread].departure(article.at());
      return new Arrival(commit(done, phases[thread]), article.partition(), article.published());
    }

    private double commit(double done, double phase) {
      double every = costs.commit().toNanos() * 1e-9;
      return every == 0 ? done : (Math.ceil(done / every - phase) + phase) * every;
    }

    double busiest(double seconds) {
      return Arrays.stream(served).max().orElse(0) * serviceSeconds / seconds;
    }
  }
}
