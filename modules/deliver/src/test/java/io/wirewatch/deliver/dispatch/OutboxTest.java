package io.wirewatch.deliver.dispatch;

import static io.wirewatch.deliver.dispatch.Ferries.MORNING;
import static io.wirewatch.deliver.dispatch.Ferries.at;
import static io.wirewatch.deliver.dispatch.Ferries.joined;
import static io.wirewatch.deliver.dispatch.Ferries.ofRule;
import static io.wirewatch.deliver.dispatch.Ferries.opened;
import static io.wirewatch.deliver.dispatch.Ferries.retracted;
import static io.wirewatch.deliver.dispatch.Ferries.worse;
import static io.wirewatch.deliver.dispatch.Post.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.DeliveryOutcome;
import io.wirewatch.Incident;
import io.wirewatch.MessageKind;
import io.wirewatch.deliver.route.Plan.Timing;
import io.wirewatch.deliver.target.Message;
import io.wirewatch.deliver.target.TargetSpec.Updates;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told when, without a broker: time passes as a test says. */
final class OutboxTest {
  private final ScriptedTarget desk = ScriptedTarget.willing("desk");

  @Test
  void firstAlert_isToldAtOnceUnderItsOwnId() {
    Post post = new Post(SimplePlan.byIncident(desk));

    post.comes(opened("a"));

    assertThat(post.delivered()).containsExactly("a FIRST [a]");
    assertThat(post.outcomes()).containsExactly(DeliveryOutcome.DELIVERED);
  }

  @Test
  void laterAlertOfTheIncident_isAnUpdate_andItsRetractionsSaySo() {
    Post post = new Post(SimplePlan.byIncident(desk));

    post.comes(opened("a"));
    post.comes(joined("a", "b"));
    post.comes(retracted("a", "b", 1));
    post.comes(retracted("a", "a", 0));

    assertThat(post.delivered())
        .containsExactly("a FIRST [a]", "b UPDATE [b]", "b-3 UPDATE [b]", "a-3 RETRACTION [a]");
  }

  @Test
  void newIncidentInAKnownGroup_pages() {
    Post post = new Post(SimplePlan.byRule(SimplePlan.AT_ONCE, desk));

    post.comes(opened("a"));
    post.comes(opened("b"));
    post.comes(retracted("b", "b", 0));

    assertThat(post.delivered())
        .containsExactly("a FIRST [a]", "b FIRST [b]", "b-3 RETRACTION [b]");
  }

  @Test
  void alertTakenBackBeforeItWasTold_isToldToNobody() {
    Post post = new Post(SimplePlan.byRule(waiting(MINUTE), desk));

    post.comes(opened("a"));
    post.comes(retracted("a", "a", 0));
    post.passes(MINUTE);

    assertThat(post.delivered()).isEmpty();
    assertThat(post.answers()).containsExactly(Draft.TAKEN_BACK, Draft.TAKEN_BACK);
    assertThat(post.groups().size()).as("nothing is left of the group").isZero();
  }

  @Test
  void group_gathersBeforeItsFirstMessageAndKeepsApartAfter() {
    Post post =
        new Post(
            SimplePlan.byRule(
                new Timing(
                    Duration.ofSeconds(10), MINUTE, Optional.empty(), time -> Optional.empty()),
                desk));

    post.comes(opened("a"));
    post.passes(Duration.ofSeconds(9));
    post.comes(opened("b"));
    assertThat(post.delivered()).isEmpty();
    post.passes(Duration.ofSeconds(1));
    post.comes(opened("c"));
    post.passes(Duration.ofSeconds(59));
    assertThat(post.delivered()).containsExactly("b FIRST [a, b]");
    post.passes(Duration.ofSeconds(1));

    assertThat(post.delivered()).containsExactly("b FIRST [a, b]", "c FIRST [c]");
  }

  @ParameterizedTest
  @CsvSource({"ALL, 2, 3", "WORSE, 1, 2", "NONE, 1, 1"})
  void updates_areToldAsTheTargetWants(Updates wanted, int same, int worse) {
    Post post =
        new Post(
            SimplePlan.byIncident(
                new ScriptedTarget("desk", wanted, (m, before) -> ScriptedTarget.TAKEN)));

    post.comes(opened("a"));
    post.comes(joined("a", "b"));
    assertThat(post.delivered()).hasSize(same);
    post.comes(worse(joined("a", "c")));
    assertThat(post.delivered()).hasSize(worse);
    post.comes(retracted("a", "a", 0));

    assertThat(post.delivered()).hasSize(worse + 1).last().isEqualTo("a-3 RETRACTION [a]");
    assertThat(post.outcomes()).hasSize(4);
  }

  @Test
  void standingGroup_isToldAgainUntilItStandsNoMore() {
    Timing repeating =
        new Timing(Duration.ZERO, Duration.ZERO, Optional.of(MINUTE), time -> Optional.empty());
    Post post = new Post(SimplePlan.byRule(repeating, desk));

    post.comes(opened("a"));
    post.passes(MINUTE);
    post.passes(MINUTE);
    assertThat(post.kinds())
        .containsExactly(MessageKind.FIRST, MessageKind.REPEAT, MessageKind.REPEAT);
    assertThat(post.delivered()).as("each has an id of its own").doesNotHaveDuplicates();
    post.comes(retracted("a", "a", 0));
    post.passes(MINUTE.multipliedBy(3));

    assertThat(post.kinds()).hasSize(4).last().isEqualTo(MessageKind.RETRACTION);
  }

  @Test
  void failure_isTriedAgainWithTheSameContent() {
    ScriptedTarget failing =
        new ScriptedTarget(
            "desk",
            Updates.ALL,
            (m, before) -> before < 2 ? ScriptedTarget.later() : ScriptedTarget.TAKEN);
    Post post = new Post(SimplePlan.byIncident(failing));

    post.comes(opened("a"));
    post.comes(joined("a", "b"));
    post.passes(MINUTE);
    post.passes(MINUTE);
    post.passes(MINUTE);

    assertThat(failing.ids()).containsExactly("a", "a", "a", "b");
    assertThat(failing.told()).extracting(told -> told.message()).startsWith(first(failing));
    assertThat(failing.told().subList(0, 3))
        .extracting(told -> told.message())
        .containsOnly(first(failing));
    assertThat(post.outcomes())
        .containsExactly(
            DeliveryOutcome.RETRY,
            DeliveryOutcome.RETRY,
            DeliveryOutcome.DELIVERED,
            DeliveryOutcome.DELIVERED);
  }

  @Test
  void messageThatNobodyTakes_failsAndItsGroupGoesOn() {
    ScriptedTarget failing =
        new ScriptedTarget(
            "desk",
            Updates.ALL,
            (m, before) -> m.id().equals("a") ? ScriptedTarget.later() : ScriptedTarget.TAKEN);
    Post post = new Post(SimplePlan.byIncident(failing));

    post.comes(opened("a"));
    post.comes(joined("a", "b"));
    post.passesOften(60, Duration.ofMinutes(5));

    assertThat(failing.ids()).hasSize(Post.ATTEMPTS + 1).last().isEqualTo("b");
    assertThat(post.failed()).singleElement().asString().contains("\"message\": \"a\"");
    assertThat(post.delivered()).containsExactly("b FIRST [b]");
    assertThat(post.said()).contains("failed desk a");
  }

  @Test
  void groupThatWasStillForAWeek_isForgotten() {
    Post post = new Post(SimplePlan.byIncident(desk));
    post.comes(opened("a"));

    post.comes(at(MORNING.plus(Groups.REMEMBERED).plus(MINUTE), opened("b")));
    post.groups().forgetOld();

    assertThat(post.groups().of("desk/a")).isNull();
    assertThat(post.groups().of("desk/b")).isNotNull();
    assertThat(post.changes().states()).as("it is deleted").containsExactly("desk/a");
  }

  @Test
  void successor_goesOnWithTheSameMessageAndWhatWaited() {
    ScriptedTarget dead =
        new ScriptedTarget("desk", Updates.ALL, (m, before) -> ScriptedTarget.later());
    Post before = new Post(SimplePlan.byIncident(dead));
    before.comes(opened("a"));
    before.comes(joined("a", "b"));

    Post after = new Post(SimplePlan.byIncident(desk));
    after.takesOver(before);
    after.passes(MINUTE);
    after.passes(MINUTE);

    assertThat(after.delivered()).containsExactly("a FIRST [a]", "b UPDATE [b]");
    assertThat(desk.told().get(0).message()).isEqualTo(first(dead));
  }

  @Test
  void successor_whoseRecordsAreGone_passesOverThem() {
    ScriptedTarget dead =
        new ScriptedTarget("desk", Updates.ALL, (m, before) -> ScriptedTarget.later());
    Post before = new Post(SimplePlan.byIncident(dead));
    before.comes(opened("a"));
    before.forgetsRecords();

    Post after = new Post(SimplePlan.byIncident(desk));
    after.takesOver(before);
    after.passes(MINUTE);
    after.comes(joined("a", "b"));

    assertThat(after.delivered()).containsExactly("b FIRST [b]");
  }

  @Test
  void manyRecords_areToldInSeveralMessages() {
    Post post = new Post(SimplePlan.byRule(waiting(MINUTE), desk));

    for (int i = 0; i < 250; i++) {
      post.comes(opened("a" + i));
    }
    post.passes(MINUTE);

    assertThat(desk.told())
        .extracting(told -> told.message().incidents().size())
        .containsExactly(100, 100, 50);
  }

  @Test
  void retraction_goesWhereItsAlertWent() {
    Post post = new Post(SimplePlan.byRule(SimplePlan.AT_ONCE, desk));
    Incident renamed = ofRule("border", retracted("a", "a", 0));

    post.comes(opened("a"));
    post.comes(renamed);

    assertThat(desk.told())
        .extracting(told -> told.message().group())
        .containsExactly("rule=ferry", "rule=ferry");
  }

  private static Message first(ScriptedTarget target) {
    return target.told().get(0).message();
  }

  private static Timing waiting(Duration gathering) {
    return new Timing(gathering, Duration.ZERO, Optional.empty(), time -> Optional.empty());
  }
}
