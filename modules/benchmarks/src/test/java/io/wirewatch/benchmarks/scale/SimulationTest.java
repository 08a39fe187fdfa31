package io.wirewatch.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private static final long SEED = 11;
  private static final Needs.Plan PLAN =
      new Needs.Plan(0.5, 3, Duration.ofDays(30), Duration.ofDays(7));

  private static Costs costs(Duration commit) {
    return new Costs(
        1_000, 50, 500, 100, 200, new Costs.Bytes(1_000, 2_000, 500, 2_000, 100, 50, 25), commit);
  }

  private static Simulation.Times times(Articles articles, Duration commit) {
    Needs needs = Needs.of(articles.perSecond(), costs(commit), PLAN);
    return new Simulation(articles, costs(commit), needs).run(200_000, SEED);
  }

  @Test
  void run_ofFewArticles_takesWhatAllStepsTake() {
    assertThat(times(new Articles(1, 0, false), Duration.ZERO).p50())
        .isCloseTo(0.00155, within(1e-6));
  }

  @Test
  void run_withCommits_waitsForThreeOfThemAtMost() {
    Simulation.Times times = times(new Articles(1, 0, false), Duration.ofMillis(100));

    assertThat(times.p50()).isBetween(0.1, 0.2);
    assertThat(times.worst()).isLessThan(0.30155 + 1e-9);
  }

  @Test
  void run_twice_isTheSame() {
    Articles articles = new Articles(1_000, 0.3, true);

    assertThat(times(articles, Duration.ofMillis(100)))
        .isEqualTo(times(articles, Duration.ofMillis(100)));
  }

  @Test
  void run_ofAHotSource_isHarmlessWhereIdsAreKeys() {
    assertThat(times(new Articles(4_000, 0.5, false), Duration.ZERO).busiest())
        .isBetween(0.5, 0.55);
  }

  @Test
  void run_ofAHotSource_isTooMuchForOneThreadWhereSourcesAreKeys() {
    // Half of 4,000 articles a second, a millisecond each, on one thread.
    assertThat(times(new Articles(4_000, 0.5, true), Duration.ZERO).busiest()).isGreaterThan(2);
  }
}
