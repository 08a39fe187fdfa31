package io.wirewatch.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wirewatch.FeedState;
import io.wirewatch.ingest.SimulatedClock;
import io.wirewatch.ingest.source.PollBounds;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PaceTest {
  private static final Instant NOW = SimulatedClock.MONDAY;
  private static final PollBounds WIDE = new PollBounds(Duration.ofMinutes(1), Duration.ofDays(1));

  @ParameterizedTest
  @CsvSource({"10, 5", "60, 30", "600, 300"})
  void interval_ofASteadySource_isHalfOfItsGap(int gapMinutes, int expectedMinutes) {
    FeedState.Builder state = state("steady");
    Pace.begin(state, List.of(), WIDE, NOW);
    for (int item = 0; item < 1_000; item++) {
      Pace.count(state, Duration.ofMinutes(gapMinutes), 1);
    }

    assertThat(Pace.interval(state, WIDE, Duration.ZERO).toSeconds())
        .isCloseTo(expectedMinutes * 60L, within(10L));
  }

  @Test
  void interval_ofDatedItems_isKnownAtOnce() {
    FeedState.Builder state = state("dated");
    List<Instant> dates =
        IntStream.rangeClosed(1, 20).mapToObj(n -> NOW.minus(Duration.ofHours(n))).toList();

    Pace.begin(state, dates, WIDE, NOW);

    assertThat(Pace.interval(state, WIDE, Duration.ZERO)).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void interval_ofASourceThatFallsSilent_growsToTheBound() {
    FeedState.Builder state = state("silent");
    Pace.begin(state, List.of(), WIDE, NOW);
    Pace.count(state, Duration.ofHours(1), 10);
    for (int hour = 0; hour < 24 * 14; hour++) {
      Pace.count(state, Duration.ofHours(1), 0);
    }

    assertThat(Pace.interval(state, WIDE, Duration.ZERO)).isEqualTo(WIDE.most());
  }

  @Test
  void interval_ofABurst_isNeverBelowTheBound() {
    FeedState.Builder state = state("burst");
    Pace.begin(state, List.of(), WIDE, NOW);
    Pace.count(state, Duration.ofSeconds(1), 100_000);

    assertThat(Pace.interval(state, WIDE, Duration.ZERO)).isEqualTo(WIDE.least());
  }

  @Test
  void next_ofManySources_spreadsAndIsNeverEarly() {
    Duration interval = Duration.ofMinutes(100);
    Set<Instant> moments = new HashSet<>();
    for (int n = 0; n < 50; n++) {
      Instant next = Pace.next(state("source " + n), interval, NOW);
      assertThat(next).isBetween(NOW.plus(interval), NOW.plus(Duration.ofMinutes(110)));
      assertThat(next).isEqualTo(Pace.next(state("source " + n), interval, NOW));
      moments.add(next);
    }
    assertThat(moments).hasSizeGreaterThan(45);
  }

  @Test
  void next_whereEveryHourIsSkipped_isAsIfNoneWere() {
    FeedState.Builder state = state("never").setSkipHours((1 << 24) - 1);

    assertThat(Pace.next(state, Duration.ofMinutes(10), NOW)).isBefore(NOW.plusSeconds(700));
  }

  @Test
  void afterFailures_ofManyInARow_isTheMost() {
    assertThat(Pace.afterFailures(1, WIDE)).isEqualTo(Duration.ofMinutes(2));
    assertThat(Pace.afterFailures(1_000_000, WIDE)).isEqualTo(WIDE.most());
  }

  private static FeedState.Builder state(String name) {
    return FeedState.newBuilder().setSource(name).setUrl("http://wire.test/").setNextPoll(NOW);
  }
}
