package io.wirewatch.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.wirewatch.EnrichedArticle;
import io.wirewatch.RawArticle;
import io.wirewatch.Rejection;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.contract.CutHeader;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import io.wirewatch.embedded.EmbeddedRegistry;
import io.wirewatch.stage.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EnrichTopologyTest {
  private static final Instant TAKEN = Instant.parse("2025-08-18T08:00:30Z");
  private static final Annotator ANNOTATOR = Annotator.bundled();

  @TempDir Path state;
  private EmbeddedRegistry registry;
  private TopologyTestDriver driver;
  private RecordSerdes serdes;
  private Settings settings;

  @BeforeEach
  void start() {
    registry = EmbeddedRegistry.start(state.resolve("registry"), 0);
    settings =
        Settings.of(
            Map.of(),
            Map.of(),
            Map.of("schema.registry.url", registry.url(), "state.dir", state.toString()));
    serdes = new RecordSerdes(settings);
    driver = driver();
  }

  private TopologyTestDriver driver() {
    return new TopologyTestDriver(
        topology(serdes), Stage.properties(EnrichConfig.NAME, settings), TAKEN);
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
    String golden = Files.readString(Path.of("src/test/resources/enrich-topology.txt")).strip();

    assertThat(topology(serdes).describe().toString().strip())
        .as(
            """
            The topology of a deployed stage has changed. Before src/test/resources/enrich-topology.txt follows it:
            - Only other nodes, in the same sub-topology, with the same sources and stores: a rolling upgrade is safe.
            - A store renamed, retyped or new: its changelog is wirewatch-enrich-<store>-changelog, and under a new name
              it begins empty. Keep the name, or say in docs/upgrades.md what forgetting means and have users stop every
              instance and run 'wirewatch reset --stage enrich --to keep' first.
            - A repartition topic, a source or a sub-topology more or less: task numbers move, and old and new instances
              must not share the group. Stop all, drain, 'wirewatch reset --stage enrich --dry-run', reset, start.
            - What is stored has another shape: evolve its schema (schemas/history), never its meaning.
            docs/upgrades.md says more.""")
        .isEqualTo(golden);
  }

  @Test
  void article_new_isEnrichedAsFirstRevision() {
    publish(anArticle().build());

    EnrichedArticle enriched = enriched().get(0);
    assertThat(enriched.getRevision()).isEqualTo(1);
    assertThat(enriched.getLanguage()).isEqualTo("en");
    assertThat(enriched.getRegions().get(0).getCode()).isEqualTo("IQ");
  }

  @Test
  void article_sameAgain_isDropped() {
    publish(anArticle().build());
    publish(anArticle().setObservedAt(Instant.parse("2025-08-19T08:00:00Z")).build());

    assertThat(enriched()).hasSize(1);
  }

  @Test
  void article_sameTextOtherWhiteSpace_isDropped() {
    publish(anArticle().build());
    publish(anArticle().setBody("The bridge  at Mosul was\nopened. ").build());

    assertThat(enriched()).hasSize(1);
  }

  @Test
  void article_changedBody_isNextRevision() {
    publish(anArticle().build());
    publish(anArticle().setBody("The bridge at Mosul was not opened after all.").build());

    assertThat(enriched()).extracting(EnrichedArticle::getRevision).containsExactly(1, 2);
  }

  @Test
  void article_sameAfterEightDays_isNewAgain() {
    publish(anArticle().build());
    publish(anArticle().setId("another").setPublishedAt(TAKEN.plus(Duration.ofHours(12))).build());
    driver.advanceWallClockTime(Duration.ofDays(9));
    Instant later = TAKEN.plus(Duration.ofDays(9));
    publishTakenAt(
        anArticle().setId("third").setPublishedAt(later).setObservedAt(later).build(), later);
    publishTakenAt(anArticle().setPublishedAt(later).setObservedAt(later).build(), later);

    assertThat(enriched()).extracting(EnrichedArticle::getRevision).containsExactly(1, 1, 1, 1);
  }

  @Test
  void article_lastYears_isStillKnownWhenItComesTwice() {
    publish(anArticle().setId("today").build());
    publish(anArticle().setPublishedAt(Instant.parse("2024-01-01T00:00:00Z")).build());
    publish(anArticle().setPublishedAt(Instant.parse("2024-01-01T00:00:00Z")).build());

    assertThat(enriched()).hasSize(2);
  }

  @Test
  void article_withWrongDateInTheFarFuture_doesNotMakeTheStageForget() {
    publish(anArticle().build());
    Instant wrong = Instant.parse("2999-01-01T00:00:00Z");
    publish(anArticle().setId("wrong").setPublishedAt(wrong).setObservedAt(wrong).build());
    publish(anArticle().build());

    assertThat(enriched()).extracting(e -> e.getArticle().getId()).containsExactly("id-1", "wrong");
  }

  @Test
  void article_datedTwoDaysAhead_isRejectedWithItsPlace() {
    publish(anArticle().setPublishedAt(Instant.parse("2025-08-20T10:00:00Z")).build());

    Rejection rejection = rejected().get(0);
    assertThat(rejection.getStep()).isEqualTo("enrich-check");
    assertThat(rejection.getReason()).contains("future");
    assertThat(rejection.getTopic()).isEqualTo("news.articles.raw");
    assertThat(rejection.getPartition()).isZero();
    assertThat(rejection.getOffset()).isZero();
    assertThat(rejection.getArticle().getHeadline()).isEqualTo("Bridge opened");
    assertThat(enriched()).isEmpty();
  }

  @Test
  void article_empty_isRejected() {
    publish(anArticle().setHeadline(" ").setBody("").build());

    assertThat(rejected())
        .extracting(Rejection::getReason)
        .singleElement()
        .asString()
        .contains("empty");
  }

  @Test
  void article_underAnotherKey_isRejected() {
    raw().pipeInput("not-its-id", anArticle().build(), TAKEN);

    assertThat(rejected())
        .extracting(Rejection::getReason)
        .singleElement()
        .asString()
        .contains("key");
  }

  @Test
  void article_withAnEndlessSource_isRejectedWhole() {
    publish(anArticle().setSource("s".repeat(3_900_000)).build());

    Rejection rejection = rejected().get(0);
    assertThat(rejection.getReason()).isEqualTo("the source is longer than 1000 characters");
    assertThat(rejection.getArticle().getSource()).hasSize(3_900_000);
    assertThat(enriched()).isEmpty();
  }

  @Test
  void article_withAnEndlessId_isRejected() {
    publish(anArticle().setId("i".repeat(1_900_000)).build());

    assertThat(rejected())
        .extracting(Rejection::getReason)
        .containsExactly("the id is longer than 200 characters");
    assertThat(enriched()).isEmpty();
  }

  @Test
  void article_largerThanTheTopicOfRejections_isRejectedWithBeginnings() {
    publish(anArticle().setBody("الجسر ".repeat(1_400_000)).build());
    publish(anArticle().setId("id-2").build());

    TestRecord<String, byte[]> record = rejections().get(0);
    assertThat(record.getValue().length).isLessThan(Topics.REJECTED_ARTICLES.maxRecordBytes());
    assertThat(CutHeader.isIn(record.getHeaders())).isTrue();
    Rejection rejection = read(record.getValue());
    assertThat(rejection.getReason()).startsWith("the body is over 1 MiB; too large");
    assertThat(rejection.getOffset()).isZero();
    assertThat(rejection.getArticle().getBody()).hasSize(1024 * 1024).startsWith("الجسر");
    assertThat(enriched()).hasSize(1);
  }

  @Test
  void article_underAnEndlessKey_isRejectedUnderItsBeginning() {
    raw().pipeInput("k".repeat(7_000_000), anArticle().build(), TAKEN);

    TestRecord<String, byte[]> record = rejections().get(0);
    assertThat(record.getKey()).hasSize(200);
    assertThat(read(record.getValue()).getReason()).contains("key is not the article's id");
  }

  @Test
  void article_withEndlessHeaders_isUnreadable_andTheNextIsEnriched() {
    Headers headers = new RecordHeaders().add("endless", new byte[300 * 1024]);
    raw().pipeInput(new TestRecord<>("id-1", anArticle().build(), headers, TAKEN));
    publish(anArticle().setId("id-2").build());

    assertThat(enriched()).extracting(e -> e.getArticle().getId()).containsExactly("id-2");
  }

  @Test
  void copy_underAnotherId_isOfTheStory_andKeepsItAsItChanges() {
    String text =
        "The old bridge at Mosul was opened to lorries this morning after six weeks of work, and farmers"
            + " took their wheat to the stores beyond the river before the rain came.";
    publish(anArticle().setBody(text).build());
    publish(
        anArticle().setId("id-2").setHeadline("جسر الموصل").setBody(text + " More soon.").build());
    publish(anArticle().setId("id-2").setBody("Nothing of that is left.").build());
    publish(anArticle().setId("id-3").setBody("Rain fell on the hills.").build());

    assertThat(enriched())
        .extracting(EnrichedArticle::getStoryId, EnrichedArticle::getDuplicateOf)
        .containsExactly(
            tuple("id-1", null), tuple("id-1", "id-1"), tuple("id-1", "id-1"), tuple("id-3", null));
  }

  @Test
  void copy_beyondTheWindow_beginsAStory() {
    String text = "Rain fell on the hills. ".repeat(8);
    Instant later = TAKEN.plus(Duration.ofDays(4));
    publish(anArticle().setBody(text).build());
    publishTakenAt(
        anArticle().setId("id-2").setBody(text).setPublishedAt(later).setObservedAt(later).build(),
        later);
    publishTakenAt(anArticle().setId("id-3").setBody(text).build(), later);

    assertThat(enriched())
        .extracting(EnrichedArticle::getStoryId)
        .containsExactly("id-1", "id-2", "id-3");
  }

  private static Topology topology(RecordSerdes serdes) {
    return new EnrichTopology(
            new EnrichConfig(Duration.ofDays(7), Duration.ofDays(3), 1_000), ANNOTATOR, serdes)
        .get();
  }

  private static RawArticle.Builder anArticle() {
    return RawArticle.newBuilder()
        .setId("id-1")
        .setSource("Rafidain Wire")
        .setHeadline("Bridge opened")
        .setBody("The bridge at Mosul was opened.")
        .setPublishedAt(Instant.parse("2025-08-18T08:00:00Z"))
        .setObservedAt(Instant.parse("2025-08-18T08:00:20Z"))
        .setFeed("page:test");
  }

  private void publish(RawArticle article) {
    publishTakenAt(article, TAKEN);
  }

  private void publishTakenAt(RawArticle article, Instant taken) {
    raw().pipeInput(article.getId(), article, taken);
  }

  private TestInputTopic<String, RawArticle> raw() {
    return driver.createInputTopic(
        Topics.RAW_ARTICLES.name(),
        new StringSerializer(),
        serdes.of(RawArticle.class).serializer());
  }

  private List<EnrichedArticle> enriched() {
    return driver
        .createOutputTopic(
            Topics.ENRICHED_ARTICLES.name(),
            new StringDeserializer(),
            serdes.of(EnrichedArticle.class).deserializer())
        .readValuesToList();
  }

  private List<Rejection> rejected() {
    return rejections().stream().map(record -> read(record.getValue())).toList();
  }

  private Rejection read(byte[] rejection) {
    return serdes
        .of(Rejection.class)
        .deserializer()
        .deserialize(Topics.REJECTED_ARTICLES.name(), rejection);
  }

  private List<TestRecord<String, byte[]>> rejections() {
    return driver
        .createOutputTopic(
            Topics.REJECTED_ARTICLES.name(), new StringDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList();
  }
}
