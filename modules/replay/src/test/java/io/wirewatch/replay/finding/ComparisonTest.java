package io.wirewatch.replay.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.Alert;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.RawArticle;
import io.wirewatch.Region;
import io.wirewatch.RegionLevel;
import io.wirewatch.alert.ActiveRules;
import io.wirewatch.enrich.EnrichConfig;
import io.wirewatch.replay.AlertOutlet;
import io.wirewatch.replay.Lines;
import io.wirewatch.replay.ListedHistory;
import io.wirewatch.replay.Plan;
import io.wirewatch.replay.Replay;
import io.wirewatch.replay.ReplaySums;
import io.wirewatch.replay.RuleTimeline;
import io.wirewatch.replay.Scope;
import io.wirewatch.replay.Workbench;
import io.wirewatch.replay.history.Past;
import io.wirewatch.rules.LoadProgress;
import io.wirewatch.rules.RuleSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a replay of a few enriched articles finds. */
final class ComparisonTest {
  private static final String MINE =
      """
      version: 1
      rules:
        - {id: border, when: {any: [{term: border}, {term: ferry}]}, suppress: {by: [rule], window: 6h, max: 1}}
        - {id: bridge, when: {term: bridge}}
      """;
  private static final String OTHER =
      """
      version: 1
      rules:
        - {id: border, when: {any: [{term: border}, {term: frontier}]}}
        - {id: flood, when: {term: flood}}
      """;

  @TempDir Path directory;
  private RuleSet mine;
  private RuleSet other;
  private final List<Past> history = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final Labels labels = new Labels();
  private Scope scope = Scope.ALL;
  private ReplaySums sums = new ReplaySums();

  @BeforeEach
  void load() throws Exception {
    mine = RuleSet.load(Files.writeString(directory.resolve("mine.yaml"), MINE));
    other = RuleSet.load(Files.writeString(directory.resolve("other.yaml"), OTHER));
  }

  @Test
  void rules_eachAlert_isGainedLostOrSame() throws Exception {
    article("a", "The border is open", "2025-08-18T08:00:00Z");
    article("b", "A ferry sank", "2025-08-18T09:00:00Z");
    article("c", "At the frontier", "2025-08-19T10:00:00Z");
    article("d", "The flood", "2025-08-19T11:00:00Z");
    article("e", "Nothing of that", "2025-08-19T12:00:00Z");

    Findings findings = compared(Ledger.Against.RULES, List.of());

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
    article("b", "A ferry sank", "2025-08-18T09:00:00Z");
    article("c", "At the frontier", "2025-08-19T10:00:00Z");

    compared(Ledger.Against.RULES, List.of());

    assertThat(changes).extracting(Change::verdict).containsExactly(Verdict.GAINED, Verdict.LOST);
    Change lost = changes.get(1);
    assertThat(lost.article().getArticle().getHeadline()).isEqualTo("At the frontier");
    assertThat(lost.now().matches()).isFalse();
    assertThat(lost.before().matches()).isTrue();
    assertThat(lost.alert().getMatches()).hasSize(1);
  }

  @Test
  void pages_areAlertsAfterSuppressionByEventTime() throws Exception {
    article("a", "The border is open", "2025-08-18T08:00:00Z");
    article("b", "The border is shut", "2025-08-18T13:59:00Z");
    article("c", "The border is open again", "2025-08-18T14:00:00Z");

    Findings findings = compared(Ledger.Against.RULES, List.of());

    assertThat(findings.pages()).isEqualTo(new RuleFinding.Pages(2, 3));
  }

  @Test
  void revision_thatMatchesNoMore_isCountedAsTakenBack() throws Exception {
    article("a", "The border is open", "2025-08-18T08:00:00Z");
    article("a", "The road is open", "2025-08-18T08:00:00Z");

    Findings findings = compared(Ledger.Against.RULES, List.of());

    assertThat(rule(findings, "border").alerts()).isEqualTo(new Compared(0, 0, 1));
    assertThat(rule(findings, "border").takenBack()).isEqualTo(1);
    assertThat(sums.of(ReplaySums.Sum.RETRACTED)).isEqualTo(1);
  }

  @Test
  void live_isComparedWithWhatWasAlerted() throws Exception {
    article("a", "The border is open", "2025-08-18T08:00:00Z");
    article("c", "At the frontier", "2025-08-19T10:00:00Z");
    compared(Ledger.Against.NOTHING, List.of());
    Alert was = Alert.newBuilder(alert("border", "c")).setHeadline("At the frontier").build();
    changes.clear();

    Findings findings = compared(Ledger.Against.LIVE, List.of(was));

    assertThat(findings.alerts()).isEqualTo(new Compared(1, 1, 0));
    assertThat(changes)
        .filteredOn(change -> change.verdict() == Verdict.LOST)
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.article().getArticle().getHeadline()).isEqualTo("At the frontier");
              assertThat(change.now().matches()).isFalse();
            });
  }

  @Test
  void nothingCompared_hasExamples_andNoChanges() throws Exception {
    article("a", "The border is open", "2025-08-18T08:00:00Z");

    Findings findings = compared(Ledger.Against.NOTHING, List.of());

    assertThat(changes).isEmpty();
    assertThat(rule(findings, "border").examples())
        .singleElement()
        .satisfies(example -> assertThat(example.now().matches()).isTrue());
  }

  @Test
  void labels_countOnlyWhereTheArticleWasExamined() throws Exception {
    article("a", "The border is open", "2025-08-18T08:00:00Z");
    article("b", "The border is shut", "2025-08-18T09:00:00Z");
    article("c", "A quiet day", "2025-08-18T10:00:00Z");
    labels.add("border", "a", true);
    labels.add("border", "b", false);
    labels.add("border", "c", true);
    labels.add("border", "not-there", true);
    labels.add("bridge", "c", true);

    Findings findings = compared(Ledger.Against.NOTHING, List.of());

    assertThat(rule(findings, "border").quality()).isEqualTo(new Quality(1, 1, 1));
    assertThat(rule(findings, "bridge").quality()).isEqualTo(new Quality(0, 0, 1));
    assertThat(findings.quality()).isEqualTo(new Quality(1, 1, 2));
  }

  @Test
  void scope_leavesOutOtherTimesSourcesAndRegions() throws Exception {
    article("a", "The border is open", "2025-08-17T08:00:00Z");
    article("b", "The border is open", "2025-08-18T08:00:00Z");
    article("c", "The border is open", "2025-08-19T08:00:00Z");
    scope =
        new Scope(
            Instant.parse("2025-08-18T00:00:00Z"),
            Instant.parse("2025-08-19T00:00:00Z"),
            Duration.ofDays(1),
            Set.of("IQ"),
            Set.of("basin news"));

    assertThat(compared(Ledger.Against.NOTHING, List.of()).alerts().now()).isEqualTo(1);
    assertThat(sums.of(ReplaySums.Sum.WARM_UP)).isEqualTo(1);
    assertThat(sums.of(ReplaySums.Sum.OUTSIDE)).isEqualTo(1);
    scope = new Scope(Instant.MIN, Instant.MAX, Duration.ZERO, Set.of("SY"), Set.of());
    assertThat(compared(Ledger.Against.NOTHING, List.of()).alerts().now()).isZero();
  }

  @Test
  void setAside_isListedWithWhereAndWhy() throws Exception {
    history.add(new Past(0, 7, 0, "k", null, "no magic byte"));
    history.add(new Past(0, 8, 0, "k", null, null));

    compared(Ledger.Against.NOTHING, List.of());

    assertThat(Files.readAllLines(directory.resolve("set-aside.jsonl")))
        .containsExactly(
            "{\"partition\":0,\"offset\":7,\"article\":\"k\",\"step\":\"read\",\"reason\":\"no magic byte\"}",
            "{\"partition\":0,\"offset\":8,\"article\":\"k\",\"step\":\"alert\",\"reason\":\"not an enriched article\"}");
  }

  private Findings compared(Ledger.Against against, List<Alert> live) throws Exception {
    Path work = Files.createTempDirectory(directory, "work");
    List<RuleTimeline> timelines = new ArrayList<>(List.of(timeline(mine)));
    if (against == Ledger.Against.RULES) {
      timelines.add(timeline(other));
    }
    try (Workbench bench = Workbench.open(work.resolve("bench"));
        Lines alerts = new Lines(work, "alerts", bench);
        Lines setAside = new Lines(work, "set-aside", bench)) {
      Ledger ledger =
          new Ledger(
              bench,
              against,
              new Ledger.Files(alerts, Alert::getRule, setAside, AlertOutlet.NONE),
              labels.articles());
      live.forEach(ledger::live);
      bench.commit();
      Plan plan =
          new Plan(
              Plan.Source.ENRICHED,
              scope,
              new EnrichConfig(Duration.ofDays(7), Duration.ofDays(3), 1_000),
              Duration.ofDays(7),
              2);
      try (Replay replay = new Replay(plan, null, timelines, bench, ledger)) {
        assertThat(replay.run(new ListedHistory(history), () -> false)).isTrue();
        sums = replay.sums();
      }
      setAside.copyTo(directory.resolve("set-aside.jsonl"));
      RuleSet compared = against == Ledger.Against.RULES ? other : null;
      return new Comparison(bench, new Comparison.Sides(mine, compared, against), labels)
          .findings(changes::add);
    }
  }

  private static RuleTimeline timeline(RuleSet set) {
    return RuleTimeline.always(ActiveRules.of(set, LoadProgress.UNSEEN));
  }

  private static RuleFinding rule(Findings findings, String id) {
    return findings.rules().stream().filter(found -> found.id().equals(id)).findFirst().get();
  }

  private void article(String id, String headline, String time) {
    Instant published = Instant.parse(time);
    history.add(
        new Past(
            0,
            history.size(),
            published.toEpochMilli(),
            id,
            new EnrichedArticle(
                raw(id, headline, published), 1, "en", List.of(), regions(), null, null),
            null));
  }

  private static RawArticle raw(String id, String headline, Instant published) {
    return RawArticle.newBuilder()
        .setId(id)
        .setSource("Basin News")
        .setHeadline(headline)
        .setBody("Officials said so.")
        .setPublishedAt(published)
        .setObservedAt(published)
        .setFeed("jsonl:test")
        .build();
  }

  private static List<Region> regions() {
    return List.of(new Region("IQ", RegionLevel.COUNTRY, "Iraq", "IQ", 33.0, 44.0, 1.0));
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
        .setRegions(regions())
        .setMatches(List.of())
        .build();
  }
}
