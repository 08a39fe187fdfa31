package io.wirewatch.deliver.dispatch;

import static io.wirewatch.deliver.dispatch.Ferries.MORNING;
import static io.wirewatch.deliver.dispatch.Ferries.joined;
import static io.wirewatch.deliver.dispatch.Ferries.ofRule;
import static io.wirewatch.deliver.dispatch.Ferries.opened;
import static io.wirewatch.deliver.dispatch.Ferries.retracted;
import static io.wirewatch.deliver.dispatch.Post.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.DeliveryOutcome;
import io.wirewatch.deliver.route.Plan.Timing;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is not told now, and what is said when that is over; without a broker. */
final class HidingTest {
  private final ScriptedTarget desk = ScriptedTarget.willing("desk");

  @Test
  void silencedAlert_isLoggedOnceAndItsRetractionIsNotTold() {
    Post post = new Post(SimplePlan.byIncident(desk));
    post.silence(MINUTE.multipliedBy(9));

    post.comes(opened("a"));
    post.passes(MINUTE);
    post.endSilence();
    post.comes(retracted("a", "a", 0));

    assertThat(post.delivered()).isEmpty();
    assertThat(post.outcomes()).containsExactly(DeliveryOutcome.SILENCED, DeliveryOutcome.SKIPPED);
    assertThat(post.answers()).containsExactly("silence/1 by Ann: drill", Draft.NEVER_TOLD);
  }

  @Test
  void silenceThatEnds_isToldWithWhatItHid() {
    Post post = new Post(SimplePlan.byIncident(desk, ScriptedTarget.willing("room")));
    post.silence(MINUTE);

    post.comes(opened("a"));
    post.comes(opened("b"));
    post.passes(MINUTE);
    post.passes(MINUTE);

    assertThat(post.delivered()).hasSize(2).containsOnly("silence/1-over NOTICE []");
    assertThat(desk.told().get(0).message().text().orElseThrow()).contains("It hid 2 alerts");
    assertThat(post.desk())
        .singleElement()
        .matches(entry -> entry.getSilence() != null && entry.getSilence().getTold());
  }

  @Test
  void silenceThatHidNothing_isToldToNobody() {
    Post post = new Post(SimplePlan.byIncident(desk));
    post.silence(MINUTE);

    post.passes(MINUTE);

    assertThat(post.delivered()).isEmpty();
    assertThat(post.desk()).hasSize(1);
  }

  @Test
  void laterAlertOfASilencedIncident_isTheFirstThatIsTold() {
    Post post = new Post(SimplePlan.byIncident(desk));
    post.silence(MINUTE.multipliedBy(9));
    post.comes(opened("a"));
    post.endSilence();

    post.comes(joined("a", "b"));

    assertThat(post.delivered()).containsExactly("b FIRST [b]");
  }

  @Test
  void inhibitedAlert_isLoggedWithTheRuleOfTheFile() {
    Post post = new Post(SimplePlan.byIncident(desk));

    post.comes(ofRule("dam", opened("a")));
    post.comes(ofRule("flood", opened("b")));
    post.comes(ofRule("dam", retracted("a", "a", 0)));
    post.comes(ofRule("flood", opened("c")));

    assertThat(post.delivered())
        .containsExactly("a FIRST [a]", "a-3 RETRACTION [a]", "c FIRST [c]");
    assertThat(post.outcomes()).contains(DeliveryOutcome.INHIBITED);
  }

  @Test
  void alertOutsideOfItsHours_waitsForThem() {
    Timing nights =
        new Timing(
            Duration.ZERO,
            Duration.ZERO,
            Optional.empty(),
            time -> time.isBefore(MORNING.plus(MINUTE)) ? Optional.of("night") : Optional.empty());
    Post post = new Post(SimplePlan.byRule(nights, desk));

    post.comes(opened("a"));
    post.comes(opened("b"));
    post.passes(Duration.ofSeconds(30));
    assertThat(post.delivered()).isEmpty();
    assertThat(post.outcomes()).containsOnly(DeliveryOutcome.MUTED);
    post.passes(MINUTE);

    assertThat(post.delivered()).containsExactly("b FIRST [a, b]");
  }

  @Test
  void notice_isToldOnceAndNothingIsLeft() {
    Post post = new Post(SimplePlan.byIncident(desk));

    post.outbox().notice("desk", "silence/1", "hid 3 alerts", post.now());
    post.passes(Duration.ZERO);

    assertThat(desk.told().get(0).message().text()).contains("hid 3 alerts");
    assertThat(post.delivered()).containsExactly("silence/1-over NOTICE []");
    assertThat(post.groups().size()).isZero();
  }
}
