package io.wirewatch.deliver.dispatch;

import static io.wirewatch.deliver.dispatch.Ferries.MORNING;
import static io.wirewatch.deliver.dispatch.Ferries.opened;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.deliver.target.TargetSpec.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When a target is left alone, and when it is tried again. */
final class CircuitTest {

  @Test
  void backoff_jittersFullyUnderACeilingThatDoubles() {
    Backoff backoff = Backoff.usual(new Random(1));

    for (int failures = 1; failures < 40; failures++) {
      long ceiling = Math.min(300_000, 1_000L << Math.min(failures - 1, 30));
      long shortest = Long.MAX_VALUE;
      long longest = 0;
      for (int i = 0; i < 200; i++) {
        long wait = backoff.after(failures).toMillis();
        shortest = Math.min(shortest, wait);
        longest = Math.max(longest, wait);
      }
      assertThat(shortest).as("after %d", failures).isBetween(0L, ceiling / 10);
      assertThat(longest).as("after %d", failures).isBetween(ceiling - ceiling / 10, ceiling);
    }
  }

  @Test
  void circuit_opensWithTheFifthFailureInARowAndClosesWithAnAnswer() {
    Circuit circuit = new Circuit(Backoff.usual(new Random(1)));

    for (int i = 0; i < 4; i++) {
      assertThat(circuit.failed(MORNING, Optional.empty())).isFalse();
      assertThat(circuit.rests(MORNING)).isFalse();
    }
    assertThat(circuit.failed(MORNING, Optional.empty())).isTrue();
    assertThat(circuit.isOpen()).isTrue();
    assertThat(circuit.failed(MORNING, Optional.empty())).as("said once").isFalse();
    assertThat(circuit.answered()).isTrue();
    assertThat(circuit.isOpen()).isFalse();
    assertThat(circuit.answered()).isFalse();
  }

  @Test
  void retryAfter_restsTheTargetAsLongAsItAsksAndNoLongerThanAnHour() {
    Circuit circuit = new Circuit(Backoff.usual(new Random(1)));

    circuit.failed(MORNING, Optional.of(Duration.ofSeconds(30)));
    assertThat(circuit.rests(MORNING.plusSeconds(29))).isTrue();
    assertThat(circuit.rests(MORNING.plusSeconds(30))).isFalse();
    circuit.failed(MORNING, Optional.of(Duration.ofDays(3)));

    assertThat(circuit.rests(MORNING.plusSeconds(3599))).isTrue();
    assertThat(circuit.rests(MORNING.plusSeconds(3600))).isFalse();
  }

  @Test
  void target_thatAsksForTime_isAskedNothingUntilThen() {
    ScriptedTarget busy =
        new ScriptedTarget(
            "desk",
            Updates.ALL,
            (m, before) ->
                before == 0 ? ScriptedTarget.later(Duration.ofSeconds(30)) : ScriptedTarget.TAKEN);
    Post post = new Post(SimplePlan.byIncident(busy));

    post.comes(opened("a"));
    post.comes(opened("b"));
    post.passes(Duration.ofSeconds(29));
    assertThat(busy.ids()).containsExactly("a");
    post.passes(Duration.ofSeconds(2));

    assertThat(busy.ids()).containsExactlyInAnyOrder("a", "a", "b");
  }

  @Test
  void deadTarget_isTriedNowAndThenHoweverManyGroupsWait() {
    ScriptedTarget dead =
        new ScriptedTarget("desk", Updates.ALL, (m, before) -> ScriptedTarget.later());
    ScriptedTarget well = ScriptedTarget.willing("room");
    Post post = new Post(SimplePlan.byIncident(dead, well));

    for (int i = 0; i < 1_000; i++) {
      post.comes(opened("a" + i));
    }
    assertThat(dead.told()).hasSize(Circuit.MOST_FAILURES);
    post.passesOften(60, Duration.ofMinutes(1));

    // An hour: waits grow to five minutes and are half of that on average.
    assertThat(dead.told().size()).isBetween(15, 60);
    assertThat(post.failed()).as("no message pays for all").isEmpty();
    assertThat(well.told()).hasSize(1_000);
    assertThat(post.said()).containsExactly("rests desk");
  }

  @Test
  void targetThatRecovers_getsEverythingThatWaited() {
    Instant back = MORNING.plus(Duration.ofHours(1));
    Post[] post = new Post[1];
    ScriptedTarget away =
        new ScriptedTarget(
            "desk",
            Updates.ALL,
            (m, before) ->
                post[0].now().isBefore(back) ? ScriptedTarget.later() : ScriptedTarget.TAKEN);
    post[0] = new Post(SimplePlan.byIncident(away));
    for (int i = 0; i < 100; i++) {
      post[0].comes(opened("a" + i));
    }

    post[0].passesOften(80, Duration.ofMinutes(1));

    assertThat(post[0].delivered()).hasSize(100);
    assertThat(post[0].said()).containsExactly("rests desk", "recovered desk");
  }
}
