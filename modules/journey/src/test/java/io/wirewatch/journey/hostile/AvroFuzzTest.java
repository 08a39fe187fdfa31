package io.wirewatch.journey.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.EnrichedArticle;
import io.wirewatch.Entity;
import io.wirewatch.EntityType;
import io.wirewatch.Field;
import io.wirewatch.Precision;
import io.wirewatch.RawArticle;
import io.wirewatch.Region;
import io.wirewatch.RegionLevel;
import io.wirewatch.alert.AlertConfig;
import io.wirewatch.alert.AlertTopology;
import io.wirewatch.alert.AlertTrial;
import io.wirewatch.alert.RunningRules;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import io.wirewatch.embedded.EmbeddedRegistry;
import io.wirewatch.enrich.EnrichConfig;
import io.wirewatch.enrich.EnrichTopology;
import io.wirewatch.enrich.EnrichTrial;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.stage.Outcome;
import io.wirewatch.stage.Stage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bytes on the topics that nobody should write: each is read or refused as unreadable, and the
 * steps of the stage can work on what was read. Every {@value #EVERY}th goes through the whole
 * topology: it ends in one of the ways that a record may, the stage lives, and the next good record
 * comes through.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class AvroFuzzTest {
  private static final int EVERY = 20;
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  @TempDir Path directory;
  private EmbeddedRegistry registry;
  private Settings settings;
  private RecordSerdes serdes;

  @BeforeEach
  void start() {
    registry = EmbeddedRegistry.start(directory.resolve("registry"), 0);
    settings =
        Settings.of(
            Map.of(),
            Map.of(),
            Map.of(
                "schema.registry.url",
                registry.url(),
                "state.dir",
                directory.resolve("state").toString()));
    serdes = new RecordSerdes(settings);
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void rawRecords_hostile_endInOneOfFourWaysAndTheStageLives() {
    Topology topology =
        new EnrichTopology(EnrichConfig.of(settings), Annotator.bundled(), serdes).get();
    List<byte[]> seeds =
        List.of(
            bytes(raw("seed", "The border near Rabia is shut.")),
            bytes(raw("a", "أغلق داعش الحدود في الموصل")));
    EnrichTrial trial = new EnrichTrial(Annotator.bundled());
    try (DrivenStage stage =
        new DrivenStage(
            topology, Stage.properties(EnrichConfig.NAME, settings), Topics.RAW_ARTICLES)) {
      int[] count = {0};
      new Fuzz("avro-raw", 2_000)
          .run(
              new Mutator("avro-raw", seeds),
              (record, random) -> {
                read(RawArticle.class, Topics.RAW_ARTICLES, record)
                    .ifPresent(article -> assertWorks(trial.of("seed", article), "enrich"));
                if (count[0]++ % EVERY != 0) {
                  return;
                }
                stage.pipe("seed", record);
                int ways =
                    stage.taken(Topics.ENRICHED_ARTICLES)
                        + stage.taken(Topics.REJECTED_ARTICLES)
                        + stage.setAside()
                        + stage.newly("duplicate");
                assertThat(ways).isEqualTo(1);
                String id = "good-" + count[0];
                stage.pipe(id, bytes(raw(id, "A good one.")));
                assertThat(stage.taken(Topics.ENRICHED_ARTICLES)).isEqualTo(1);
              });
    }
  }

  @Test
  void enrichedRecords_hostile_areMatchedOrDeadLettersAndTheStageLives() throws Exception {
    RuleSet set = RuleSet.load(Path.of("../../rules"));
    RunningRules rules = new RunningRules(set);
    AlertTrial trial = new AlertTrial(set);
    Topology topology = new AlertTopology(AlertConfig.of(settings), rules, serdes).get();
    List<byte[]> seeds = List.of(bytes(enriched("seed", "Troops withdrew from the border.")));
    try (DrivenStage stage =
        new DrivenStage(
            topology, Stage.properties(AlertConfig.NAME, settings), Topics.ENRICHED_ARTICLES)) {
      int[] count = {0};
      new Fuzz("avro-enriched", 2_000)
          .run(
              new Mutator("avro-enriched", seeds),
              (record, random) -> {
                read(EnrichedArticle.class, Topics.ENRICHED_ARTICLES, record)
                    .ifPresent(article -> assertWorks(trial.of("seed", article), "alert"));
                if (count[0]++ % EVERY != 0) {
                  return;
                }
                stage.pipe("seed", record);
                stage.taken(Topics.ALERTS);
                assertThat(stage.setAside()).isLessThanOrEqualTo(1);
                String id = "good-" + count[0];
                stage.pipe(id, bytes(enriched(id, "Guards closed the border.")));
                assertThat(stage.taken(Topics.ALERTS)).isPositive();
              });
    }
  }

  /** What a stage reads there; empty for what it sets aside as unreadable. */
  private <V> Optional<V> read(Class<V> type, Topic<V> topic, byte[] record) {
    try {
      return Optional.ofNullable(serdes.of(type).deserializer().deserialize(topic.name(), record));
    } catch (SerializationException unreadable) {
      return Optional.empty();
    }
  }

  /** A step that breaks would make a dead letter of a record that could be read. */
  private static void assertWorks(Outcome<String> outcome, String brokenStep) {
    if (outcome instanceof Outcome.Failed<String> failed) {
      assertThat(failed.step()).as(failed.reason()).isNotEqualTo(brokenStep);
    }
  }

  private byte[] bytes(SpecificRecord record) {
    Topic<?> topic = record instanceof RawArticle ? Topics.RAW_ARTICLES : Topics.ENRICHED_ARTICLES;
    return serdes.of(SpecificRecord.class).serializer().serialize(topic.name(), record);
  }

  private static RawArticle raw(String id, String body) {
    return RawArticle.newBuilder()
        .setId(id)
        .setSource("Tigris Wire")
        .setUrl("https://wire.example/" + id)
        .setHeadline("Gate")
        .setBody(body)
        .setLanguage("en")
        .setPublishedAt(NOW)
        .setPublishedPrecision(Precision.HOUR)
        .setObservedAt(NOW)
        .setFeed("page:test")
        .build();
  }

  private static EnrichedArticle enriched(String id, String body) {
    return EnrichedArticle.newBuilder()
        .setArticle(raw(id, body))
        .setRevision(1)
        .setLanguage("en")
        .setEntities(
            List.of(
                new Entity(
                    Field.BODY, 0, 6, "Guards", EntityType.GROUP, "group:guards", 0.5, null)))
        .setRegions(List.of(new Region("IQ", RegionLevel.COUNTRY, "Iraq", "IQ", 33.0, 44.0, 1.0)))
        .build();
  }
}
