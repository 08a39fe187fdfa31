package io.wirewatch.benchmarks;

import io.wirewatch.benchmarks.PipelineOptions.Setup;
import io.wirewatch.rules.RuleProblems;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The whole pipeline beside what annotation and matching alone reach. */
final class PipelineTable {
  private static final int DAYS_A_ROUND = 8;

  private final PipelineOptions options;
  private final long seed;
  private final PrintStream out;

  PipelineTable(PipelineOptions options, long seed, PrintStream out) {
    this.options = options;
    this.seed = seed;
    this.out = out;
  }

  void run() throws IOException, RuleProblems, InterruptedException {
    out.println(
        """
        | articles of | what | articles/s (least to most) | of alone | processor time an article: enriching thread, alerting thread, all of the stages, broker | raw to alert at half the rate: p50, p99, worst |
        |---|---|---|---|---|---|""");
    for (int size : options.sizes()) {
      rows(size);
    }
  }

  private void rows(int size) throws IOException, RuleProblems, InterruptedException {
    // As in long use: the memory of every day is full, and as much is forgotten as is remembered.
    SizedArticles articles =
        SizedArticles.read(
            options.articles(), size, options.load().articlesARound() / DAYS_A_ROUND);
    PreparedRules rules =
        PreparedRules.of(articles, options.rules(), options.alertsAnArticle(), seed);
    System.err.printf(
        "%,d characters: %,d texts, %,d rules, %.2f alerts an article%n",
        size, articles.texts().size(), options.rules(), rules.alertsAnArticle());
    AloneRates before = alone(size, rules);
    Map<Setup, PipelineTrial.Result> results = new EnumMap<>(Setup.class);
    for (Setup setup : options.setups()) {
      results.put(setup, new PipelineTrial(options, setup, articles, rules).run());
    }
    AloneRates alone = before.and(alone(size, rules));
    out.printf(
        "| %,d characters, %.2f alerts | annotation and matching alone, %d threads | %,.0f (%s) | | annotation %.0f µs, matching %.0f µs | |%n",
        size,
        rules.alertsAnArticle(),
        options.threads().all(),
        alone.both(),
        alone.range(),
        alone.annotationMicros(),
        alone.matchingMicros());
    results.forEach((setup, result) -> row(setup, result, alone));
    Files.delete(rules.file());
  }

  private void row(Setup setup, PipelineTrial.Result result, AloneRates alone) {
    out.printf(
        "| | %s, %d threads | %,.0f (%s) | %.0f %% | %.0f, %.0f, %.0f, %.0f µs | %s |%n",
        setup.says,
        options.threads().all() * setup.instances,
        result.median(),
        result.range(),
        100 * result.median() / alone.both(),
        result.stages().enrich(),
        result.stages().alert(),
        result.stages().all(),
        result.brokerMicros(),
        result.latency());
  }

  /** Measured in a process as the stages' is. */
  private AloneRates alone(int size, PreparedRules rules) throws IOException {
    List<String> command =
        List.of(
            "alone",
            options.articles().toString(),
            Integer.toString(size),
            rules.file().toString(),
            Integer.toString(options.threads().all()));
    try (ChildProcess process =
        ChildProcess.start(options.processors().stages(), List.of(), command)) {
      AloneRates rates = AloneRates.parse(process.line());
      System.err.printf("  alone: %s%n", rates);
      return rates;
    }
  }
}
