package io.wirewatch.replay.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.Alert;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.alert.ActiveRules;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import io.wirewatch.embedded.EmbeddedCluster;
import io.wirewatch.enrich.EnrichConfig;
import io.wirewatch.replay.AlertOutlet;
import io.wirewatch.replay.Lines;
import io.wirewatch.replay.Plan;
import io.wirewatch.replay.Replay;
import io.wirewatch.replay.RuleTimeline;
import io.wirewatch.replay.Scope;
import io.wirewatch.replay.Workbench;
import io.wirewatch.replay.finding.Ledger;
import io.wirewatch.replay.history.Chunk;
import io.wirewatch.replay.history.History;
import io.wirewatch.replay.history.Past;
import io.wirewatch.replay.history.TopicHistory;
import io.wirewatch.replay.history.TopicRange;
import io.wirewatch.rules.LoadProgress;
import io.wirewatch.rules.RuleSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A topic of a broker, its archive, and a replay of both. */
final class ArchiveIT {
  private static final String TOPIC = Topics.ENRICHED_ARTICLES.name();
  private static final int ARTICLES = 1_200;

  @TempDir Path directory;
  private EmbeddedCluster cluster;
  private Settings settings;

  @BeforeEach
  void start() {
    cluster = EmbeddedCluster.start(directory);
    settings = cluster.settings();
    cluster.createTopics(List.of(Topics.ENRICHED_ARTICLES), 3);
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void replayOfTheArchive_equalsTheReplayOfTheTopic() throws Exception {
    write();
    archive(() -> false);

    try (History topic = new TopicHistory(settings, range());
        History archived = archived()) {
      assertThat(all(archived)).isEqualTo(all(topic)).hasSizeGreaterThan(ARTICLES);
    }
    Path ofTopic = Files.createDirectory(directory.resolve("of-topic"));
    Path ofArchive = Files.createDirectory(directory.resolve("of-archive"));
    try (History topic = new TopicHistory(settings, range());
        History archived = archived()) {
      replay(topic, ofTopic);
      replay(archived, ofArchive);
    }
    for (String file : List.of("alerts.jsonl", "set-aside.jsonl")) {
      assertThat(ofTopic.resolve(file)).isNotEmptyFile();
      assertThat(ofArchive.resolve(file)).hasSameBinaryContentAs(ofTopic.resolve(file));
    }
  }

  @Test
  void archive_ofATopicThatGrows_goesOnWhereItEnded() throws Exception {
    write();
    int[] asked = {0};
    assertThat(archive(() -> asked[0]++ > 3)).isFalse();
    write();
    assertThat(archive(() -> false)).isTrue();

    try (History topic = new TopicHistory(settings, range());
        ArchiveHistory archived = archived()) {
      assertThat(all(archived)).isEqualTo(all(topic)).hasSizeGreaterThan(2 * ARTICLES);
      assertThat(archived.remarks()).isEmpty();
    }
  }

  private boolean archive(java.util.function.BooleanSupplier stop) throws Exception {
    try (Archiver archiver = Archiver.open(directory.resolve("archive"), ArchiveForm.ENRICHED)) {
      TopicRange rest = range().after(archiver.positions());
      try (TopicHistory topic = new TopicHistory(settings, rest)) {
        return archiver.copy(topic, rest, ArchiveFixture.ALL, stop);
      }
    }
  }

  private TopicRange range() {
    return TopicRange.of(settings, Topics.ENRICHED_ARTICLES, Instant.MIN, Optional.empty());
  }

  private ArchiveHistory archived() throws Exception {
    return new ArchiveHistory(
        Archive.of(directory.resolve("archive")), ArchiveForm.ENRICHED, Instant.MIN, Map.of());
  }

  /** In the order of each partition, whatever the order of partitions. */
  private static List<Past> all(History history) throws Exception {
    List<Past> records = new ArrayList<>();
    for (Chunk chunk = history.next(); chunk != null; chunk = history.next()) {
      records.addAll(chunk.read());
    }
    records.sort(Comparator.comparingInt(Past::partition));
    return records;
  }

  private void replay(History history, Path out) throws Exception {
    Plan plan =
        new Plan(
            Plan.Source.ENRICHED,
            Scope.ALL,
            new EnrichConfig(Duration.ofDays(7), Duration.ofDays(3), 1_000),
            Duration.ofDays(7),
            2);
    RuleTimeline rules =
        RuleTimeline.always(ActiveRules.of(rules("crossing", "reopened"), LoadProgress.UNSEEN));
    try (Workbench bench = Workbench.open(out.resolve("bench"));
        Lines alerts = new Lines(out, "alerts", bench);
        Lines setAside = new Lines(out, "set-aside", bench)) {
      Ledger ledger =
          new Ledger(
              bench,
              Ledger.Against.NOTHING,
              new Ledger.Files(alerts, Alert::toString, setAside, AlertOutlet.NONE),
              Set.of());
      try (Replay replay = new Replay(plan, null, List.of(rules), bench, ledger)) {
        assertThat(replay.run(history, () -> false)).isTrue();
      }
      alerts.copyTo(out.resolve("alerts.jsonl"));
      setAside.copyTo(out.resolve("set-aside.jsonl"));
    }
  }

  private RuleSet rules(String... terms) throws Exception {
    StringBuilder file = new StringBuilder("version: 1\nrules:\n");
    for (String term : terms) {
      file.append("  - {id: %s, when: {term: %s}}\n".formatted(term, term));
    }
    Path path = directory.resolve("rules.yaml");
    Files.writeString(path, file);
    return RuleSet.load(path);
  }

  /** Articles in transactions, some of them taken back by an abort, then what cannot be read. */
  private void write() throws Exception {
    try (KafkaProducer<String, EnrichedArticle> producer =
        new KafkaProducer<>(
            settings.with(Map.of("transactional.id", "writer")).asClientConfig(),
            new StringSerializer(),
            new RecordSerdes(settings).of(EnrichedArticle.class).serializer())) {
      producer.initTransactions();
      for (int at = 0; at < ARTICLES; at += 100) {
        transaction(producer, at, at % 300 == 0);
      }
    }
    try (KafkaProducer<byte[], byte[]> foreign =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", cluster.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      byte[] key = "7".getBytes(StandardCharsets.UTF_8);
      foreign
          .send(new ProducerRecord<>(TOPIC, key, "no article".getBytes(StandardCharsets.UTF_8)))
          .get();
      foreign.send(new ProducerRecord<>(TOPIC, key, null)).get();
    }
  }

  private static void transaction(
      KafkaProducer<String, EnrichedArticle> producer, int first, boolean aborted) {
    if (aborted) {
      producer.beginTransaction();
      var unused = producer.send(record(first));
      producer.flush();
      producer.abortTransaction();
    }
    producer.beginTransaction();
    for (int at = first; at < first + 100; at++) {
      // The commit fails where this does.
      var unused = producer.send(record(at));
    }
    producer.commitTransaction();
  }

  private static ProducerRecord<String, EnrichedArticle> record(int number) {
    Instant published =
        Instant.parse("2026-01-30T00:00:00Z")
            .plus(Duration.ofMinutes(number * 4L - (number % 9 == 2 ? 3_000 : 0)));
    String id = "a" + number;
    return new ProducerRecord<>(TOPIC, id, ArchiveFixture.enriched(id, published));
  }
}
