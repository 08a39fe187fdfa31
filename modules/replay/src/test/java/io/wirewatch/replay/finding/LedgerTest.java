package io.wirewatch.replay.finding;

import static io.wirewatch.replay.finding.Backtest.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.replay.ReplaySums;
import io.wirewatch.replay.Scope;
import io.wirewatch.replay.history.Past;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of the articles that are replayed is counted, listed or left out. */
final class LedgerTest {
  @TempDir Path directory;
  private Backtest backtest;

  @BeforeEach
  void begin() throws Exception {
    backtest = new Backtest(directory);
  }

  /** 18 August, warmed up on the day before. */
  private static Scope theDay(Set<String> regions, Set<String> sources) {
    return new Scope(
        Instant.parse("2025-08-18T00:00:00Z"),
        Instant.parse("2025-08-19T00:00:00Z"),
        Duration.ofDays(1),
        regions,
        sources);
  }

  @Test
  void revision_thatMatchesNoMore_isCountedAsTakenBack() throws Exception {
    backtest.article("a", "The border is open", "2025-08-18T08:00:00Z");
    backtest.article("a", "The road is open", "2025-08-18T08:00:00Z");

    Findings findings = backtest.compared(Ledger.Against.RULES, List.of());

    assertThat(rule(findings, "border").alerts()).isEqualTo(new Compared(0, 0, 1));
    assertThat(rule(findings, "border").takenBack()).isEqualTo(1);
    assertThat(backtest.sums().of(ReplaySums.Sum.RETRACTED)).isEqualTo(1);
  }

  @Test
  void revision_thatMatchesAgain_isNotTakenBack() throws Exception {
    backtest.article("a", "The border is open", "2025-08-18T08:00:00Z");
    backtest.article("a", "The road is open", "2025-08-18T08:00:00Z");
    backtest.article("a", "The border is shut", "2025-08-18T08:00:00Z");

    Findings findings = backtest.compared(Ledger.Against.NOTHING, List.of());

    assertThat(rule(findings, "border").alerts()).isEqualTo(new Compared(1, 0, 0));
    assertThat(rule(findings, "border").takenBack()).isZero();
    assertThat(rule(findings, "border").examples())
        .extracting(example -> example.alert().getHeadline())
        .containsExactly("The border is open");
  }

  @Test
  void alertOfBeforeTheRange_thatIsTakenBackAndRaisedAgain_isNotTakenBack() throws Exception {
    backtest.article("a", "The border is open", "2025-08-17T08:00:00Z");
    backtest.article("a", "The road is open", "2025-08-18T08:00:00Z");
    backtest.article("a", "The border is shut", "2025-08-18T09:00:00Z");
    backtest.within(theDay(Set.of(), Set.of()));

    Findings findings = backtest.compared(Ledger.Against.NOTHING, List.of());

    assertThat(rule(findings, "border").alerts()).isEqualTo(new Compared(1, 0, 0));
    assertThat(rule(findings, "border").takenBack()).isZero();
  }

  @Test
  void labels_countOnlyWhereTheArticleWasExamined() throws Exception {
    backtest.article("a", "The border is open", "2025-08-18T08:00:00Z");
    backtest.article("b", "The border is shut", "2025-08-18T09:00:00Z");
    backtest.article("c", "A quiet day", "2025-08-18T10:00:00Z");
    backtest.labels().add("border", "a", true);
    backtest.labels().add("border", "b", false);
    backtest.labels().add("border", "c", true);
    backtest.labels().add("border", "not-there", true);
    backtest.labels().add("bridge", "c", true);

    Findings findings = backtest.compared(Ledger.Against.NOTHING, List.of());

    assertThat(rule(findings, "border").quality()).isEqualTo(new Quality(1, 1, 1));
    assertThat(rule(findings, "bridge").quality()).isEqualTo(new Quality(0, 0, 1));
    assertThat(findings.quality()).isEqualTo(new Quality(1, 1, 2));
  }

  @Test
  void scope_leavesOutOtherTimesSourcesAndRegions() throws Exception {
    backtest.article("a", "The border is open", "2025-08-17T08:00:00Z");
    backtest.article("b", "The border is open", "2025-08-18T08:00:00Z");
    backtest.article("c", "The border is open", "2025-08-19T08:00:00Z");
    backtest.within(theDay(Set.of("IQ"), Set.of("basin news")));

    assertThat(backtest.compared(Ledger.Against.NOTHING, List.of()).alerts().now()).isEqualTo(1);
    assertThat(backtest.sums().of(ReplaySums.Sum.WARM_UP)).isEqualTo(1);
    assertThat(backtest.sums().of(ReplaySums.Sum.OUTSIDE)).isEqualTo(1);
    backtest.within(new Scope(Instant.MIN, Instant.MAX, Duration.ZERO, Set.of("SY"), Set.of()));
    assertThat(backtest.compared(Ledger.Against.NOTHING, List.of()).alerts().now()).isZero();
  }

  @Test
  void setAside_isListedWithWhereAndWhy() throws Exception {
    backtest.record(new Past(0, 7, 0, "k", null, "no magic byte"));
    backtest.record(new Past(0, 8, 0, "k", null, null));

    backtest.compared(Ledger.Against.NOTHING, List.of());

    assertThat(Files.readAllLines(directory.resolve("set-aside.jsonl")))
        .containsExactly(
            "{\"partition\":0,\"offset\":7,\"article\":\"k\",\"step\":\"read\",\"reason\":\"no magic byte\"}",
            "{\"partition\":0,\"offset\":8,\"article\":\"k\",\"step\":\"alert\",\"reason\":\"not an enriched article\"}");
  }
}
