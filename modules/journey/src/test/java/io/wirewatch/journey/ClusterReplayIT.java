package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wirewatch.journey.CommandLine.Ended;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code replay} on a cluster whose stages run: it sees all and touches nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ClusterReplayIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  private Cluster cluster;
  private PlainReader reader;
  private List<ConsumerRecord<String, byte[]>> live;
  @TempDir Path directory;

  @BeforeAll
  void runLive(@TempDir Path shared) throws Exception {
    cluster = Cluster.embedded(shared);
    reader = new PlainReader(cluster.bootstrapServers(), cluster.registryUrl());
    List<String> words = new ArrayList<>(List.of("ingest", "jsonl"));
    for (String file : List.of("english", "arabic", "kurdish", "updates")) {
      words.add(ROOT.resolve("samples/" + file + ".jsonl").toString());
    }
    Ended ingested =
        InProcess.run(CommandLine.words(cluster.settings(), words.toArray(String[]::new)));
    assertThat(ingested.exit()).as(ingested.err()).isZero();
    publishUnreadable();
    assertThat(reader.records("news.dead-letter", 1)).hasSize(1);
    awaitStages();
    live = reader.records("news.alerts", reader.records("news.alerts", 1).size());
    assertThat(live).isNotEmpty();
  }

  @AfterAll
  void stop() {
    cluster.close();
  }

  @Test
  void enriched_againstLive_hasNoDifference_andNothingOfAGroupChanges() throws Exception {
    Map<TopicPartition, OffsetAndMetadata> before = committed();

    Ended ended =
        replay("--against", "live", "--fail-on", "lost>0", "--fail-on", "gained>0", "--out", out());

    assertThat(ended.exit()).as(ended.err() + ended.out()).isZero();
    assertThat(report("r").path("alerts").path("same").asLong()).isGreaterThan(40);
    assertThat(committed()).isEqualTo(before);
    try (Admin admin = Admin.create(cluster.settings().asClientConfig())) {
      assertThat(admin.listGroups().all().get())
          .extracting(group -> group.groupId())
          .containsOnly("wirewatch-enrich", "wirewatch-alert");
    }
    assertThat(reader.records("news.alerts", live.size())).hasSameSizeAs(live);
  }

  @Test
  void raw_againstLive_hasNoDifference_andListsWhatCannotBeRead() throws Exception {
    Ended ended =
        replay(
            "--source", "raw",
            "--against", "live",
            "--fail-on", "lost>0",
            "--fail-on", "gained>0",
            "--out", out());

    assertThat(ended.exit()).as(ended.err() + ended.out()).isZero();
    assertThat(report("r").path("records").path("unreadable").asLong()).isEqualTo(1);
    List<String> setAside = Files.readAllLines(directory.resolve("r/set-aside.jsonl"));
    assertThat(setAside).hasSize(1);
    assertThat(JSON.readTree(setAside.get(0)).path("reason").asText()).contains("magic byte");
  }

  @Test
  void toTopic_hasTheBytesThatWereLive() {
    Ended ended = replay("--to-topic", "rehearsal");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(byKey(reader.records("rehearsal.news.alerts", live.size()))).isEqualTo(byKey(live));
    CommandLine.assertRefused(replay("--to-topic", "news"), "--to-topic");
  }

  @Test
  void rangeBeforeTheOldest_saysWhatIsKept_andReplaysWhatThereIs() throws Exception {
    Ended ended = replay("--from", "2020-01-01T00:00Z", "--out", out());

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.err()).contains("keeps what came since");
    assertThat(report("r").path("records").path("examined").asLong()).isPositive();
  }

  @Test
  void rangeOfNothing_saysSo() {
    Ended ended = replay("--from", "2020-01-01T00:00Z", "--to", "2020-01-02T00:00Z");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("no article of that time");
  }

  @Test
  void offsets_ofTheReport_areThoseOfTheTopic() throws Exception {
    assertThat(replay("--out", out()).exit()).isZero();

    JsonNode plan = report("r").path("plan");
    assertThat(plan.path("topic").asText()).isEqualTo("news.articles.enriched");
    assertThat(plan.path("offsets")).hasSize(2);
    assertThat(plan.path("offsets").path("0").get(0).asLong()).isZero();
  }

  /** Until both have committed all that they were given. */
  private void awaitStages() throws Exception {
    try (Admin admin = Admin.create(cluster.settings().asClientConfig())) {
      await(admin, "news.articles.raw", "wirewatch-enrich");
      await(admin, "news.articles.enriched", "wirewatch-alert");
    }
  }

  private static void await(Admin admin, String topic, String group) throws Exception {
    long due = System.nanoTime() + PATIENCE.toNanos();
    while (!isDone(admin, topic, group)) {
      assertThat(System.nanoTime()).as(group + " has work left").isLessThan(due);
      // Offsets of a group can only be asked for.
      Thread.sleep(100);
    }
  }

  private static boolean isDone(Admin admin, String topic, String group) throws Exception {
    Map<TopicPartition, OffsetSpec> ends =
        Map.of(
            new TopicPartition(topic, 0), OffsetSpec.latest(),
            new TopicPartition(topic, 1), OffsetSpec.latest());
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    return admin
        .listOffsets(ends, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
        .all()
        .get()
        .entrySet()
        .stream()
        .allMatch(
            end ->
                end.getValue().offset() == 0
                    || (committed.containsKey(end.getKey())
                        && committed.get(end.getKey()).offset() >= end.getValue().offset()));
  }

  private void publishUnreadable() throws Exception {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", cluster.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer
          .send(
              new ProducerRecord<>(
                  "news.articles.raw", "k", "not avro".getBytes(StandardCharsets.UTF_8)))
          .get();
    }
  }

  private Map<TopicPartition, OffsetAndMetadata> committed() throws Exception {
    try (Admin admin = Admin.create(cluster.settings().asClientConfig())) {
      Map<TopicPartition, OffsetAndMetadata> all = new HashMap<>();
      for (String group : List.of("wirewatch-enrich", "wirewatch-alert")) {
        all.putAll(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get());
      }
      return all;
    }
  }

  private Ended replay(String... more) {
    List<String> words = new ArrayList<>(List.of("replay"));
    words.addAll(List.of(more));
    words.addAll(List.of("--rules", ROOT.resolve("rules").toString()));
    return InProcess.run(CommandLine.words(cluster.settings(), words.toArray(String[]::new)));
  }

  private String out() {
    return directory.resolve("r").toString();
  }

  private static Map<String, List<String>> byKey(List<ConsumerRecord<String, byte[]>> records) {
    Map<String, List<String>> byKey = new HashMap<>();
    records.forEach(
        record ->
            byKey
                .computeIfAbsent(record.key(), none -> new ArrayList<>())
                // The schema's id is that of another subject.
                .add(
                    new String(
                        record.value(),
                        5,
                        record.value().length - 5,
                        StandardCharsets.ISO_8859_1)));
    return byKey;
  }

  private JsonNode report(String out) throws Exception {
    return JSON.readTree(Files.readString(directory.resolve(out + "/report.json")));
  }
}
