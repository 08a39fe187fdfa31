package io.wirewatch.benchmarks;

import io.wirewatch.benchmarks.scale.Articles;
import io.wirewatch.benchmarks.scale.Costs;
import io.wirewatch.benchmarks.scale.Needs;
import io.wirewatch.benchmarks.scale.Simulation;
import java.io.PrintStream;
import java.time.Duration;

/** What rates of articles need, and how long an article then takes. */
final class ScaleTable {
  private static final int SIMULATED_ARTICLES = 500_000;

  private final Options options;
  private final long seed;
  private final PrintStream out;

  ScaleTable(Options options, long seed, PrintStream out) {
    this.options = options;
    this.seed = seed;
    this.out = out;
  }

  void print() {
    out.println(
        """
        | articles/s | threads: enrich, alert | partitions | cores: stages, brokers | brokers | written, sent by brokers | kept by brokers | remembered by stages | raw to alert: p50, p99, worst | busiest thread |
        |---|---|---|---|---|---|---|---|---|---|""");
    options.numbers("--articles-per-second", "100,1000,10000").forEach(this::row);
  }

  private void row(int rate) {
    Costs costs = costs();
    Needs needs = Needs.of(rate, costs, plan());
    Articles articles =
        new Articles(
            rate, options.decimal("--hottest", 0), options.text("--key", "id").equals("source"));
    Simulation.Times times =
        new Simulation(articles, costs, needs)
            .run(SIMULATED_ARTICLES, options.number("--seed", (int) seed));
    out.printf(
        "| %,d | %d, %d | %d | %.1f, %.1f | %d | %.1f, %.1f MB/s | %,.0f GB | %,.1f GB | %.0f, %.0f, %.0f ms | %.0f %% |%n",
        rate,
        needs.enrichThreads(),
        needs.alertThreads(),
        needs.partitions(),
        needs.stageCores(),
        needs.brokerCores(),
        needs.brokers(),
        needs.writtenBytesASecond() / 1e6,
        needs.sentBytesASecond() / 1e6,
        needs.keptBytes() / 1e9,
        needs.memoryBytes() / 1e9,
        times.p50() * 1e3,
        times.p99() * 1e3,
        times.worst() * 1e3,
        times.busiest() * 100);
  }

  /** Defaults: as measured with articles of 1,000 characters and 1,000 rules. */
  private Costs costs() {
    return new Costs(
        options.decimal("--enrich-micros", 257),
        options.decimal("--story-micros", 36),
        options.decimal("--alert-micros", 57),
        options.decimal("--beside-micros", 54),
        options.decimal("--broker-micros", 89),
        new Costs.Bytes(
            options.decimal("--raw-bytes", 1_122),
            options.decimal("--enriched-bytes", 1_992),
            options.decimal("--alert-bytes", 656),
            options.decimal("--between-bytes", 1_997),
            options.decimal("--seen-bytes", 135),
            options.decimal("--standing-bytes", 112),
            options.decimal("--story-bytes", 194)),
        Duration.ofMillis(options.number("--commit-millis", 10)));
  }

  private Needs.Plan plan() {
    return new Needs.Plan(
        options.decimal("--busy", 0.5),
        options.number("--copies", 3),
        Duration.ofDays(options.number("--kept-days", 30)),
        Duration.ofDays(options.number("--remembered-days", 7)));
  }
}
