package io.wirewatch.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How the pipeline is measured.
 *
 * @param articles JSON lines with {@code headline} and {@code body}
 * @param sizes characters of an article, headline and body together
 * @param rules how many
 * @param alertsAnArticle how many the rules are made to raise
 * @param threads of the stages of one instance
 * @param load how much is published
 * @param setups which of {@link Setup#ALL} are measured; by their names
 * @param settings for the stages, as {@code NAME=VALUE}
 * @param java options of the stages' JVM
 * @param processors where the parts may run; empty for all
 */
record PipelineOptions(
    Path articles,
    List<Integer> sizes,
    int rules,
    double alertsAnArticle,
    Threads threads,
    Load load,
    List<Setup> setups,
    List<String> settings,
    List<String> java,
    Processors processors) {

  /** Processors as {@code taskset} takes them, such as {@code 0} or {@code 1-3}. */
  record Processors(String stages, String broker) {}

  /**
   * What is published.
   *
   * @param articlesARound that appear at once
   * @param rounds that are measured
   * @param warmUp so long rounds are not measured
   * @param paced for so long articles come at half of the rate
   */
  record Load(int articlesARound, int rounds, Duration warmUp, Duration paced) {}

  /** Stream threads of an instance. */
  record Threads(int enrich, int alert) {
    int all() {
      return enrich + alert;
    }
  }

  /** Which guarantee, and how many processes share the work. */
  enum Setup {
    ONE("exactly once, one instance", "exactly_once_v2", 1),
    LEAST("at least once, one instance", "at_least_once", 1),
    TWO("exactly once, two instances", "exactly_once_v2", 2);

    final String says;
    final String guarantee;
    final int instances;

    Setup(String says, String guarantee, int instances) {
      this.says = says;
      this.guarantee = guarantee;
      this.instances = instances;
    }
  }

  static PipelineOptions of(Options given) {
    return new PipelineOptions(
        Path.of(given.text("--articles", "")),
        given.numbers("--sizes", "1000,4000"),
        given.number("--rules", 1_000),
        given.decimal("--alerts-an-article", 1),
        new Threads(given.number("--enrich-threads", 2), given.number("--alert-threads", 1)),
        new Load(
            given.number("--round", 40_000),
            given.number("--rounds", 3),
            Duration.ofSeconds(given.number("--warm-up", 45)),
            Duration.ofSeconds(given.number("--paced", 15))),
        Arrays.stream(given.text("--setups", "one,least,two").split(",", -1))
            .map(name -> Setup.valueOf(name.toUpperCase(Locale.ROOT)))
            .toList(),
        given.all("--set"),
        given.all("--java"),
        new Processors(given.text("--stage-cpus", ""), given.text("--broker-cpus", "")));
  }
}
