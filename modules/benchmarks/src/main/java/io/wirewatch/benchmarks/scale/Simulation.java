package io.wirewatch.benchmarks.scale;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.Stream;

/** Articles that go through both stages, thread by thread. The same seed gives the same times. */
public final class Simulation {
  /* An article waits for its partition's thread, is enriched, waits for that thread's next commit, does all that once more in
   * the alert stage, and is there for readers. Commits of a thread are a fixed time apart, at a phase of its own. What is
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
    Stage enrich = new Stage(needs.enrichThreads(), costs.enrichMicros(), random);
    Stage alert = new Stage(needs.alertThreads(), costs.alertMicros(), random);
    // Those that leave a stage do not leave in the order in which they came.
    PriorityQueue<Arrival> between = new PriorityQueue<>((a, b) -> Double.compare(a.at(), b.at()));
    double[] latency = new double[count];
    double now = 0;
    for (int i = 0; i < count; i++) {
      now += articles.secondsToNext(random);
      int partition = articles.partition(random, needs.partitions());
      between.add(new Arrival(enrich.committed(now, partition), partition, now));
    }
    for (int i = 0; i < count; i++) {
      Arrival next = between.remove();
      latency[i] = alert.committed(next.at(), next.partition()) - next.published();
    }
    Arrays.sort(latency);
    return new Times(
        latency[count / 2],
        latency[(int) (count * 0.99)],
        latency[count - 1],
        Math.max(enrich.busiest(now), alert.busiest(now)));
  }

  private final class Stage {
    private final Line[] lines;
    private final double[] phases;
    private final int[] served;
    private final double serviceSeconds;

    Stage(int threads, double micros, Random random) {
      serviceSeconds = micros * 1e-6;
      lines = Stream.generate(() -> new Line(serviceSeconds)).limit(threads).toArray(Line[]::new);
      phases = random.doubles(threads).toArray();
      served = new int[threads];
    }

    double committed(double arrival, int partition) {
      int thread = partition % lines.length;
      served[thread]++;
      return commit(lines[thread].departure(arrival), phases[thread]);
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
