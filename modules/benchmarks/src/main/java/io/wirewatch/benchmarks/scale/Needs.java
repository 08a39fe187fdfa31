package io.wirewatch.benchmarks.scale;

import java.time.Duration;

/**
 * What a rate of articles needs.
 *
 * @param enrichThreads that are busy for no more than {@link Plan#busy}
 * @param alertThreads likewise
 * @param partitions of the raw and of the enriched topic
 * @param stageCores all threads of both stages
 * @param brokerCores over all brokers
 * @param brokers so many, and never fewer than copies
 * @param writtenBytesASecond to the brokers' disks, all copies
 * @param sentBytesASecond from the brokers: to the stages, one reader of alerts, the other copies
 * @param keptBytes on the brokers' disks, all copies
 * @param memoryBytes that the stages remember, on their own disks; without stories, which have a
 *     bound
 */
public record Needs(
    int enrichThreads,
    int alertThreads,
    int partitions,
    double stageCores,
    double brokerCores,
    int brokers,
    double writtenBytesASecond,
    double sentBytesASecond,
    double keptBytes,
    double memoryBytes) {
  private static final int LEAST_PARTITIONS = 6;
  private static final int BROKER_CORES = 8;
  private static final double BROKER_BYTES_A_SECOND = 100e6;

  /**
   * How it is run.
   *
   * @param busy the share of its time that a thread may work; the rest is for bursts and restarts
   * @param copies of each partition
   * @param kept how long the topics keep articles
   * @param remembered how long the stages remember them
   */
  public record Plan(double busy, int copies, Duration kept, Duration remembered) {}

  /** The needs of a rate, in articles a second. */
  public static Needs of(double rate, Costs costs, Plan plan) {
    int enrich = threads(rate, costs.enrichMicros(), plan);
    int alert = threads(rate, costs.alertMicros(), plan);
    double brokerCores = rate * costs.brokerMicros() * 1e-6 * plan.copies() / plan.busy();
    double written = rate * costs.bytes().written() * plan.copies();
    return new Needs(
        enrich,
        alert,
        partitions(Math.max(enrich, alert)),
        rate
            * (costs.enrichMicros()
                + costs.storyMicros()
                + costs.alertMicros()
                + costs.besideMicros())
            * 1e-6
            / plan.busy(),
        brokerCores,
        brokers(brokerCores, written, plan),
        written,
        rate * (costs.bytes().read() + costs.bytes().written() * (plan.copies() - 1)),
        rate * costs.bytes().kept() * plan.copies() * plan.kept().toSeconds(),
        rate
            * (costs.bytes().seen() + costs.bytes().standing())
            * plan.remembered().plusDays(1).toSeconds());
  }

  private static int threads(double rate, double micros, Plan plan) {
    return Math.max(1, (int) Math.ceil(rate * micros * 1e-6 / plan.busy()));
  }

  /** Twice the threads, so that they can become twice as many: partitions cannot be added later. */
  private static int partitions(int threads) {
    int partitions = LEAST_PARTITIONS;
    while (partitions < 2 * threads) {
      partitions *= 2;
    }
    return partitions;
  }

  private static int brokers(double cores, double written, Plan plan) {
    double needed = Math.max(cores / BROKER_CORES, written / BROKER_BYTES_A_SECOND);
    return Math.max(plan.copies(), (int) Math.ceil(needed));
  }
}
