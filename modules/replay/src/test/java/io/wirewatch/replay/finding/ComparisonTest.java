package io.wirewatch.replay.finding;

import static io.wirewatch.replay.finding.Backtest.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.Alert;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the alerts of both sides have in common, and what not. */
final class ComparisonTest {
  @TempDir Path directory;
  private Backtest backtest;

  @BeforeEach
  void begin() throws Exception {
    backtest = new Backtest(directory);
  }

  @Test
  void rules_eachAlert_isGainedLostOrSame() throws Exception {
    backtest.article("a", "The border is open", "2025-08-18T08:00:00Z");
    backtest.article("b", "A ferry sank", "2025-08-18T09:00:00Z");
    backtest.article("c", "At the frontier", "2025-08-19T10:00:00Z");
    backtest.article("d", "The flood", "2025-08-19T11:00:00Z");
    backtest.article("e", "Nothing of that", "2025-08-19T12:00:00Z");

    Findings findings = backtest.compared(Ledger.Against.RULES, List.of());

    assertThat(findings.alerts()).isEqualTo(new Compared(1, 2, 1));
    assertThat(rule(findings, "border").alerts()).isEqualTo(new Compared(1, 1, 1));
    assertThat(rule(findings, "flood").alerts()).isEqualTo(new Compared(0, 1, 0));
    assertThat(rule(findings, "flood").tried()).isNull();
    assertThat(findings.days())
        .containsEntry(LocalDate.parse("2025-08-18"), new Compared(1, 0, 1))
        .containsEntry(LocalDate.parse("2025-08-19"), new Compared(0, 2, 0));
    assertThat(findings.countries()).containsEntry("IQ", new Compared(1, 2, 1));
    assertThat(findings.sources()).containsOnlyKeys("Basin News");
    assertThat(findings.regions().get(0).region().getCode()).isEqualTo("IQ");
    assertThat(findings.busiest()).isEqualTo(new Hour(Instant.parse("2025-08-18T08:00:00Z"), 1));
  }

  @Test
  void changes_haveTheArticleAndBothReasons() throws Exception {
    backtest.article("b", "A ferry sank", "2025-08-18T09:00:00Z");
    backtest.article("c", "At the frontier", "2025-08-19T10:00:00Z");

    backtest.compared(Ledger.Against.RULES, List.of());

    assertThat(backtest.changes())
        .extracting(Change::verdict)
        .containsExactly(Verdict.GAINED, Verdict.LOST);
    Change lost = backtest.changes().get(1);
    assertThat(lost.article().getArticle().getHeadline()).isEqualTo("At the frontier");
    assertThat(lost.now().matches()).isFalse();
    assertThat(lost.before().matches()).isTrue();
    assertThat(lost.alert().getMatches()).hasSize(1);
  }

  @Test
  void pages_areAlertsAfterSuppressionByEventTime() throws Exception {
    backtest.article("a", "The border is open", "2025-08-18T08:00:00Z");
    backtest.article("b", "The border is shut", "2025-08-18T13:59:00Z");
    backtest.article("c", "The border is open again", "2025-08-18T14:00:00Z");

    Findings findings = backtest.compared(Ledger.Against.RULES, List.of());

    assertThat(findings.pages()).isEqualTo(new RuleFinding.Pages(2, 3));
  }

  @Test
  void live_isComparedWithWhatWasAlerted() throws Exception {
    backtest.article("a", "The border is open", "2025-08-18T08:00:00Z");
    backtest.article("c", "At the frontier", "2025-08-19T10:00:00Z");
    backtest.compared(Ledger.Against.NOTHING, List.of());
    Alert was = Alert.newBuilder(alert("border", "c")).setHeadline("At the frontier").build();
    backtest.changes().clear();

    Findings findings = backtest.compared(Ledger.Against.LIVE, List.of(was));

    assertThat(findings.alerts()).isEqualTo(new Compared(1, 1, 0));
    assertThat(backtest.changes())
        .filteredOn(change -> change.verdict() == Verdict.LOST)
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.article().getArticle().getHeadline()).isEqualTo("At the frontier");
              assertThat(change.now().matches()).isFalse();
            });
  }

  @Test
  void live_onAnArticleThatWasNotExamined_isNoLoss() throws Exception {
    backtest.article("a", "The border is open", "2025-08-18T08:00:00Z");

    Findings findings =
        backtest.compared(
            Ledger.Against.LIVE, List.of(alert("border", "a"), alert("border", "gone")));

    assertThat(findings.alerts()).isEqualTo(new Compared(0, 0, 1));
    assertThat(findings.unexamined()).isEqualTo(1);
    assertThat(backtest.changes()).isEmpty();
  }

  @Test
  void change_isShownWithTheTextThatItWasRaisedOn() throws Exception {
    backtest.article("a", "A bridge is built", "2025-08-18T08:00:00Z");
    backtest.article("a", "A flood on the road", "2025-08-18T08:00:00Z");

    backtest.compared(Ledger.Against.RULES, List.of());

    assertThat(backtest.changes())
        .extracting(change -> change.article().getArticle().getHeadline())
        .containsExactly("A bridge is built", "A flood on the road");
    assertThat(backtest.changes().get(0).now().matches()).isTrue();
  }

  @Test
  void nothingCompared_hasExamples_andNoChanges() throws Exception {
    backtest.article("a", "The border is open", "2025-08-18T08:00:00Z");

    Findings findings = backtest.compared(Ledger.Against.NOTHING, List.of());

    assertThat(backtest.changes()).isEmpty();
    assertThat(rule(findings, "border").examples())
        .singleElement()
        .satisfies(example -> assertThat(example.now().matches()).isTrue());
  }

  private static Alert alert(String rule, String article) {
    Instant time = Instant.parse("2025-08-19T10:00:00Z");
    return Alert.newBuilder()
        .setId("id")
        .setStatus(io.wirewatch.AlertStatus.NEW)
        .setRule(rule)
        .setRuleVersion("v")
        .setRuleSet("s")
        .setSeverity(io.wirewatch.Severity.MEDIUM)
        .setArticle(article)
        .setRevision(1)
        .setHeadline("")
        .setSource("Basin News")
        .setLanguage("en")
        .setObservedAt(time)
        .setEventTime(time)
        .setRegions(Backtest.regions())
        .setMatches(List.of())
        .build();
  }
}
