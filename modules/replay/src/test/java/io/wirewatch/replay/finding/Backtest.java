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
import java.util.ArrayList;
import java.util.List;

/** A replay of a few enriched articles, and what it finds. */
final class Backtest {
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

  private final Path directory;
  private final RuleSet mine;
  private final RuleSet other;
  private final List<Past> history = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final Labels labels = new Labels();
  private Scope scope = Scope.ALL;
  private ReplaySums sums = new ReplaySums();

  Backtest(Path directory) throws Exception {
    this.directory = directory;
    mine = RuleSet.load(Files.writeString(directory.resolve("mine.yaml"), MINE));
    other = RuleSet.load(Files.writeString(directory.resolve("other.yaml"), OTHER));
  }

  void record(Past past) {
    history.add(past);
  }

  void within(Scope narrower) {
    scope = narrower;
  }

  Labels labels() {
    return labels;
  }

  List<Change> changes() {
    return changes;
  }

  ReplaySums sums() {
    return sums;
  }

  void article(String id, String headline, String time) {
    Instant published = Instant.parse(time);
    history.add(
        new Past(
            0,
            history.size(),
            published.toEpochMilli(),
            id,
            new EnrichedArticle(
                raw(id, headline, published), revision(id), "en", List.of(), regions(), null, null),
            null));
  }

  /** Of one text more of an article. */
  private int revision(String id) {
    return 1 + (int) history.stream().filter(past -> id.equals(past.key())).count();
  }

  Findings compared(Ledger.Against against, List<Alert> live) throws Exception {
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

  static RuleFinding rule(Findings findings, String id) {
    return findings.rules().stream().filter(found -> found.id().equals(id)).findFirst().get();
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

  static List<Region> regions() {
    return List.of(new Region("IQ", RegionLevel.COUNTRY, "Iraq", "IQ", 33.0, 44.0, 1.0));
  }
}
