package io.wirewatch.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.RawArticle;
import io.wirewatch.Region;
import io.wirewatch.RegionLevel;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import io.wirewatch.embedded.EmbeddedRegistry;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.stage.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AlertTopologyTest {
  private static final Instant TAKEN = Instant.parse("2025-08-18T08:00:30Z");
  private static final String RULES =
      """
      version: 1
      rules:
        - {id: border, when: {term: border}, route: border}
        - {id: bridge, when: {term: bridge}, severity: high}
        - {id: trial, when: {term: ferry}, status: experimental, route: ferries}
        - {id: syria, when: {term: flood}, filters: {region: [SY]}}
      """;

  @TempDir Path directory;
  private EmbeddedRegistry registry;
  private TopologyTestDriver driver;
  private RecordSerdes serdes;

  @BeforeEach
  void start() throws Exception {
    registry = EmbeddedRegistry.start(directory.resolve("registry"), 0);
    Settings settings =
        Settings.of(
            Map.of(),
            Map.of(),
            Map.of("schema.registry.url", registry.url(), "state.dir", directory.toString()));
    serdes = new RecordSerdes(settings);
    driver =
        new TopologyTestDriver(topology(), Stage.properties(AlertConfig.NAME, settings), TAKEN);
  }

  @AfterEach
  void stop() {
    driver.close();
    registry.close();
  }

  /* A deployed topology whose stores or topics change cannot simply be restarted: what it remembers and where it stands are
   * bound to these names. docs/upgrades.md says what is safe and what needs a reset. */
  @Test
  void describe_matchesGoldenFile() throws Exception {
    String golden = Files.readString(Path.of("src/test/resources/alert-topology.txt")).strip();

    assertThat(topology().describe().toString().strip())
        .as(
            """
            The topology of a deployed stage has changed. Before src/test/resources/alert-topology.txt follows it:
            - Only other nodes, in the same sub-topology, with the same sources and stores: a rolling upgrade is safe.
            - A store renamed, retyped or new: its changelog is wirewatch-alert-<store>-changelog, and under a new name
              it begins empty. Keep the name, or say in docs/upgrades.md what forgetting means and have users stop every
              instance and run 'wirewatch reset --stage alert --to keep' first.
            - A repartition topic, a source or a sub-topology more or less: task numbers move, and old and new instances
              must not share the group. Stop all, drain, 'wirewatch reset --stage alert --dry-run', reset, start.
            - What is stored has another shape: evolve its schema (schemas/history), never its meaning.
            docs/upgrades.md says more.""")
        .isEqualTo(golden);
  }

  @Test
  void alert_ofRuleWithRoute_isOnceOnAlertsAndOnceOnItsRoute() {
    publish(1, "The border is open.");

    assertThat(alerts("news.alerts")).extracting(Alert::getRule).containsExactly("border");
    assertThat(alerts("news.alerts.border")).extracting(Alert::getRule).containsExactly("border");
  }

  @Test
  void alert_always_saysWhy() {
    publish(1, "The border is open.");

    Alert alert = alerts("news.alerts").get(0);
    assertThat(alert.getMatches())
        .singleElement()
        .satisfies(
            match -> {
              assertThat(match.getText()).isEqualTo("border");
              assertThat(match.getStart()).isEqualTo(4);
              assertThat(match.getEnd()).isEqualTo(10);
            });
    assertThat(alert.getRegions()).extracting(Region::getCode).containsExactly("IQ");
    assertThat(alert.getEventTime()).isEqualTo(Instant.parse("2025-08-18T08:00:00Z"));
  }

  @Test
  void alert_ofRuleWithoutRoute_isOnAlertsAlone() {
    publish(1, "The bridge is open.");

    assertThat(alerts("news.alerts")).extracting(Alert::getRoute).containsExactly((String) null);
  }

  @Test
  void alert_ofExperimentalRule_isOnItsOwnTopicAlone() {
    publish(1, "The ferry has sailed.");

    assertThat(alerts("news.alerts")).isEmpty();
    assertThat(alerts("news.alerts.experimental"))
        .extracting(Alert::getRule)
        .containsExactly("trial");
  }

  @Test
  void alert_ofRuleForAnotherRegion_isNone() {
    publish(1, "A flood came.");

    assertThat(alerts("news.alerts")).isEmpty();
  }

  @Test
  void revision_thatMatchesARuleMore_alertsForThatRuleOnly() {
    publish(1, "The border is open.");
    publish(2, "The border is open, and so is the bridge.");

    assertThat(alerts("news.alerts"))
        .extracting(Alert::getRule, Alert::getStatus, Alert::getRevision)
        .containsExactly(tuple("border", AlertStatus.NEW, 1), tuple("bridge", AlertStatus.NEW, 2));
  }

  @Test
  void revision_thatMatchesNoMore_isRetractedUnderTheSameIdOnBothTopics() {
    publish(1, "The border is open.");
    publish(2, "The gate is open.");

    List<Alert> alerts = alerts("news.alerts");
    assertThat(alerts)
        .extracting(Alert::getStatus)
        .containsExactly(AlertStatus.NEW, AlertStatus.RETRACTED);
    assertThat(alerts.get(1).getId()).isEqualTo(alerts.get(0).getId());
    assertThat(alerts("news.alerts.border")).hasSize(2);
  }

  @Test
  void revision_afterARetraction_thatMatchesAgain_alertsAgain() {
    publish(1, "The border is open.");
    publish(2, "The gate is open.");
    publish(3, "The border is open.");

    assertThat(alerts("news.alerts"))
        .extracting(Alert::getStatus)
        .containsExactly(AlertStatus.NEW, AlertStatus.RETRACTED, AlertStatus.NEW);
  }

  @Test
  void alerts_ofTheSameArticle_haveTheSameIdsInEveryRun() throws Exception {
    publish(1, "The border is open.");
    String first = alerts("news.alerts").get(0).getId();
    stop();
    start();
    publish(1, "The border is open.");

    assertThat(alerts("news.alerts").get(0).getId()).isEqualTo(first);
  }

  private Topology topology() throws Exception {
    Path rules = directory.resolve("rules.yaml");
    Files.writeString(rules, RULES);
    return new AlertTopology(
            new AlertConfig(Duration.ofDays(7)), new RunningRules(RuleSet.load(rules)), serdes)
        .get();
  }

  private void publish(int revision, String body) {
    RawArticle article =
        RawArticle.newBuilder()
            .setId("id-1")
            .setSource("Rafidain Wire")
            .setHeadline("News of the day")
            .setBody(body)
            .setPublishedAt(Instant.parse("2025-08-18T08:00:00Z"))
            .setObservedAt(Instant.parse("2025-08-18T08:00:20Z"))
            .setFeed("page:test")
            .build();
    EnrichedArticle enriched =
        new EnrichedArticle(
            article,
            revision,
            "en",
            List.of(),
            List.of(new Region("IQ", RegionLevel.COUNTRY, "Iraq", "IQ", 33.0, 44.0, 1.0)),
            "story-1",
            null);
    driver
        .createInputTopic(
            Topics.ENRICHED_ARTICLES.name(),
            new StringSerializer(),
            serdes.of(EnrichedArticle.class).serializer())
        .pipeInput(article.getId(), enriched, TAKEN);
  }

  private List<Alert> alerts(String topic) {
    return driver
        .createOutputTopic(topic, new StringDeserializer(), serdes.of(Alert.class).deserializer())
        .readValuesToList();
  }
}
