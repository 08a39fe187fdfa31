package io.wirewatch.benchmarks.silence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The alarm of silent sources, held to what docs/benchmarks.md says of it, on fewer sources and
 * days.
 */
class SilenceTest {
  private static final long SEED = 11;
  private static Trial trial;

  @BeforeAll
  static void watch() {
    trial = Trial.run(30, 200, 6, SEED);
  }

  @Test
  void watch_ofSourcesThatLive_raisesFewFalseAlarms() {
    double[] alarms = trial.alarmsAMonth();

    assertThat(Trial.mean(alarms)).as("a source a month, seed %d", SEED).isLessThan(0.6);
    assertThat(Trial.within(alarms, 1)).as("sources with 1 a month").isGreaterThan(0.85);
  }

  @Test
  void watch_ofSourcesThatDie_missesThemWithinThreeNormalGaps() {
    double[] gaps = trial.gaps(false);

    assertThat(gaps).hasSizeGreaterThan(100);
    assertThat(Trial.mean(gaps)).as("mean, seed %d", SEED).isLessThan(2.1);
    assertThat(Trial.within(gaps, 3)).as("within 3 gaps").isGreaterThan(0.93);
  }

  @Test
  void watch_ofSourcesThatDieOnAHoliday_missesThemAll() {
    assertThat(trial.gaps(true)).isNotEmpty().doesNotContain(Double.POSITIVE_INFINITY);
  }

  @Test
  void watch_twice_isTheSame() {
    assertThat(Trial.run(3, 60, 2, SEED).items()).isEqualTo(Trial.run(3, 60, 2, SEED).items());
  }
}
