package io.wirewatch.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.Alert;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.alert.ActiveRules;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.embedded.EmbeddedRegistry;
import io.wirewatch.enrich.EnrichConfig;
import io.wirewatch.enrich.EnrichStep;
import io.wirewatch.replay.history.Past;
import io.wirewatch.rules.LoadProgress;
import io.wirewatch.rules.RuleSet;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same history makes the same alerts, byte for byte, live or replayed, though rules changed in
 * the middle. {@code -Dreplay.seed} and {@code -Dreplay.articles} set what is generated.
 */
final class LiveEqualsReplayTest {
  /** Of this one, an article that is refused begins a day on which an older text is forgotten. */
  private static final long SEED = Long.getLong("replay.seed", 26_113_029);

  private static final int ARTICLES = Integer.getInteger("replay.articles", 10_000);
  private static final String FIRST =
      """
      version: 1
      rules:
        - {id: border, when: {any: [{term: border}, {term: frontier}]}, route: border}
        - {id: isis, when: {any: [{exact: ISIS, case: upper}, {term: daesh}]}, severity: high}
        - {id: leaving, when: {term: withdraw}, filters: {region: [IQ]}}
        - {id: trial, when: {term: wheat}, status: experimental}
      """;
  private static final String SECOND =
      """
      version: 1
      rules:
        - {id: border, when: {term: border}, route: border}
        - {id: isis, when: {any: [{exact: ISIS, case: upper}, {term: daesh}]}, severity: critical}
        - {id: bridge, when: {term: bridge}}
        - {id: trial, when: {term: wheat}}
      """;

  @TempDir static Path directory;
  private static final Annotator ANNOTATOR = Annotator.bundled();
  private static final List<Past> raw = GeneratedArticles.of(SEED, ARTICLES);
  private static final Map<Integer, Long> rawChanges = new TreeMap<>();
  private static final Map<Integer, Long> enrichedChanges = new TreeMap<>();
  private static final Map<Integer, LivePipeline> live = new TreeMap<>();
  private static EmbeddedRegistry registry;
  private static RuleSet first;
  private static RuleSet second;

  @BeforeAll
  static void runLive() throws Exception {
    registry = EmbeddedRegistry.start(directory.resolve("registry"), 0);
    first = RuleSet.load(Files.writeString(directory.resolve("first.yaml"), FIRST));
    second = RuleSet.load(Files.writeString(directory.resolve("second.yaml"), SECOND));
    for (int partition = 0; partition < GeneratedArticles.PARTITIONS; partition++) {
      live.put(
          partition,
          new LivePipeline(directory.resolve("p" + partition), registry, ANNOTATOR, first));
      rawChanges.put(partition, ARTICLES / 9L + 100L * partition);
    }
    for (Past record : raw) {
      LivePipeline pipeline = live.get(record.partition());
      if (record.offset() == rawChanges.get(record.partition())) {
        pipeline.change(second);
        enrichedChanges.put(record.partition(), (long) pipeline.enriched().size());
      }
      pipeline.take(record);
    }
  }

  @AfterAll
  static void stop() {
    live.values().forEach(LivePipeline::close);
    registry.close();
  }

  @Test
  void raw_replayed_hasTheAlertsThatWereLive() throws Exception {
    assertSame(withoutStories(alerts(new Case("raw", true, 2, 64))), withoutStories(liveAlerts()));
  }

  @Test
  void enriched_replayed_hasTheAlertsThatWereLive() throws Exception {
    assertSame(alerts(new Case("enriched", false, 2, 128)), liveAlerts());
  }

  @Test
  void enriched_otherThreadsAndChunks_hasTheSameAlerts() throws Exception {
    assertSame(alerts(new Case("others", false, 3, 7)), liveAlerts());
  }

  @Test
  void raw_stoppedAndResumed_hasTheSameAlerts() throws Exception {
    assertSame(
        withoutStories(alerts(new Case("resumed", true, 2, 32).stoppedOften())),
        withoutStories(liveAlerts()));
  }

  @Test
  void live_hasRevisionsRetractionsAndBothSets() {
    List<Alert> all =
        live.values().stream().flatMap(pipeline -> pipeline.alerts().stream()).toList();

    assertThat(all).anyMatch(alert -> alert.getRevision() > 2);
    assertThat(all).anyMatch(alert -> alert.getStatus() == io.wirewatch.AlertStatus.RETRACTED);
    assertThat(all).anyMatch(alert -> alert.getRuleSet().equals(first.hash()));
    assertThat(all).anyMatch(alert -> alert.getRuleSet().equals(second.hash()));
  }

  private record Case(String name, boolean isRaw, int threads, int records, int stops) {
    Case(String name, boolean isRaw, int threads, int records) {
      this(name, isRaw, threads, records, 0);
    }

    Case stoppedOften() {
      return new Case(name, isRaw, threads, records, 3);
    }
  }

  /** Every difference is listed. */
  private static void assertSame(Map<Integer, List<Alert>> replayed, Map<Integer, List<Alert>> live)
      throws Exception {
    List<String> differences = new ArrayList<>();
    for (Map.Entry<Integer, List<Alert>> was : live.entrySet()) {
      List<Alert> before = was.getValue();
      List<Alert> now = replayed.getOrDefault(was.getKey(), List.of());
      for (int at = 0; at < Math.max(before.size(), now.size()); at++) {
        Alert one = at < before.size() ? before.get(at) : null;
        Alert other = at < now.size() ? now.get(at) : null;
        if (!bytes(one).equals(bytes(other))) {
          differences.add(
              "partition %d, %d: %s, replayed %s".formatted(was.getKey(), at, one, other));
        }
      }
    }
    assertThat(differences).as("seed %d, %d articles", SEED, ARTICLES).isEmpty();
    assertThat(live.values().stream().mapToInt(List::size).sum()).isGreaterThan(ARTICLES / 5);
  }

  private static ByteBuffer bytes(@Nullable Alert alert) throws Exception {
    return alert == null ? ByteBuffer.allocate(0) : alert.toByteBuffer();
  }

  /**
   * Stories are told across all partitions, and here each has a pipeline of its own. {@link
   * StoriesReplayTest} compares them.
   */
  private static Map<Integer, List<Alert>> withoutStories(Map<Integer, List<Alert>> alerts) {
    Map<Integer, List<Alert>> without = new TreeMap<>();
    alerts.forEach(
        (partition, all) ->
            without.put(
                partition,
                all.stream()
                    .map(alert -> Alert.newBuilder(alert).setStoryId(null).build())
                    .toList()));
    return without;
  }

  private static Map<Integer, List<Alert>> liveAlerts() {
    Map<Integer, List<Alert>> alerts = new TreeMap<>();
    live.forEach((partition, pipeline) -> alerts.put(partition, pipeline.alerts()));
    return alerts;
  }

  private static Map<Integer, List<Alert>> alerts(Case tried) throws Exception {
    Alerts observer = new Alerts();
    List<Past> history =
        tried.isRaw
            ? raw
            : live.values().stream().flatMap(pipeline -> pipeline.enriched().stream()).toList();
    for (int run = 0; run <= tried.stops; run++) {
      int chunks = run == tried.stops ? Integer.MAX_VALUE : ARTICLES / tried.records / 5;
      try (Workbench bench = Workbench.open(directory.resolve("bench-" + tried.name));
          Replay replay =
              new Replay(
                  plan(tried),
                  tried.isRaw ? new EnrichStep(ANNOTATOR) : null,
                  List.of(timeline(tried.isRaw ? rawChanges : enrichedChanges)),
                  bench,
                  observer)) {
        int[] asked = {0};
        boolean ended =
            replay.run(
                new ListedHistory(history, replay.positions(), tried.records),
                () -> asked[0]++ >= chunks);
        assertThat(ended).isEqualTo(run == tried.stops);
      }
    }
    return observer.byPartition;
  }

  private static Plan plan(Case tried) {
    return new Plan(
        tried.isRaw ? Plan.Source.RAW : Plan.Source.ENRICHED,
        Scope.ALL,
        new EnrichConfig(Duration.ofDays(7), Duration.ofDays(3), 1_000_000),
        Duration.ofDays(7),
        tried.threads);
  }

  private static RuleTimeline timeline(Map<Integer, Long> changes) {
    ActiveRules before = ActiveRules.of(first, LoadProgress.UNSEEN);
    ActiveRules after = ActiveRules.of(second, LoadProgress.UNSEEN);
    return record -> record.offset() < changes.get(record.partition()) ? before : after;
  }

  private static final class Alerts implements Observer {
    private final Map<Integer, List<Alert>> byPartition = new TreeMap<>();

    @Override
    public boolean isWanted(String article) {
      return false;
    }

    @Override
    public void examined(Past record, EnrichedArticle article, List<List<Raised>> alerts) {
      // Live, those that are tried out are on a topic of their own, and come last here.
      List<Alert> all = byPartition.computeIfAbsent(record.partition(), none -> new ArrayList<>());
      alerts.get(0).stream().map(Raised::alert).filter(alert -> !isTrial(alert)).forEach(all::add);
      alerts.get(0).stream().map(Raised::alert).filter(Alerts::isTrial).forEach(all::add);
    }

    private static boolean isTrial(Alert alert) {
      return "experimental".equals(alert.getRoute());
    }

    @Override
    public void setAside(Past record, String step, String why) {
      assertThat(step).isEqualTo("enrich-check");
    }

    @Override
    public void committing() {
      // All is kept in memory.
    }
  }
}
