package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.wirewatch.Precision;
import io.wirewatch.RawArticle;
import io.wirewatch.contract.Cluster;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import io.wirewatch.embedded.EmbeddedCluster;
import io.wirewatch.journey.CommandLine.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code replay} of a topic of which a part is gone: for now, or for ever. */
final class PartialReplayIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final String TOPIC = Topics.RAW_ARTICLES.name();
  private static final int ARTICLES = 10;

  @TempDir Path directory;
  private EmbeddedCluster cluster;
  private Path disk;

  @BeforeEach
  void start() throws Exception {
    disk = Files.createDirectory(directory.resolve("disk"));
    String both = directory.resolve("kafka") + "," + disk;
    cluster = EmbeddedCluster.start(directory, 0, 0, Map.of("log.dirs", both));
    // The broker puts one partition on each disk.
    cluster.createTopics(List.of(Topics.RAW_ARTICLES), 2);
    publish();
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void partitionWithoutLeader_isNotComplete_andResumeReadsIt() throws Exception {
    breakDisk();

    Ended partial = run("replay", "--source", "raw", "--rules", rules(), "--out", out());

    assertThat(partial.exit()).as(partial.err()).isEqualTo(1);
    assertThat(partial.err()).containsPattern("partition [01] of " + TOPIC + " has no leader");
    assertThat(partial.err()).contains("--resume goes on");
    assertThat(report().path("complete").asBoolean()).isFalse();
    assertThat(report().path("records").path("read").asInt()).isEqualTo(ARTICLES);

    mendDisk();
    Ended whole = run("replay", "--source", "raw", "--rules", rules(), "--out", out(), "--resume");

    assertThat(whole.exit()).as(whole.err()).isZero();
    assertThat(report().path("complete").asBoolean()).isTrue();
    assertThat(report().path("remarks")).isEmpty();
    assertThat(report().path("records").path("read").asInt()).isEqualTo(2 * ARTICLES);
  }

  @Test
  void recordsDeletedBeforeTheyAreRead_areCountedInTheReport() throws Exception {
    stopBeforeTheFirstRecord();
    delete(4);

    Ended ended = run(replay("--resume"));

    assertThat(ended.exit()).as(ended.err()).isZero();
    String gap = "retention deleted 4 offsets, 0 to 3, of partition 0 of " + TOPIC;
    assertThat(ended.err()).contains(gap);
    assertThat(report().path("remarks").toString()).contains(gap);
    assertThat(Files.readString(directory.resolve("r/report.html"))).contains(gap);
    assertThat(report().path("records").path("read").asInt()).isEqualTo(2 * ARTICLES - 4);
  }

  @Test
  void topicMadeAnew_withAsManyRecords_isNotResumed() throws Exception {
    stopBeforeTheFirstRecord();
    try (Admin admin = Admin.create(cluster.settings().asClientConfig())) {
      admin.deleteTopics(List.of(TOPIC)).all().get();
    }
    cluster.createTopics(List.of(Topics.RAW_ARTICLES), 2);
    publish();

    CommandLine.assertRefused(run(replay("--resume")), "made anew", "without --resume");
  }

  @Test
  void archiveOfAPartitionWithoutLeader_isNotComplete_andGoesOn() throws Exception {
    String[] words = {"replay", "archive", "--source", "raw", "--to", out()};
    breakDisk();

    Ended partial = run(words);

    assertThat(partial.exit()).as(partial.err()).isEqualTo(1);
    assertThat(partial.err()).containsPattern("partition [01] of " + TOPIC + " has no leader");
    assertThat(partial.err()).contains(ARTICLES + " records").contains("the same command goes on");

    mendDisk();
    Ended whole = run(words);

    assertThat(whole.exit()).as(whole.err()).isZero();
    assertThat(whole.err()).contains(ARTICLES + " records");
  }

  /** It has noted its offsets by then, and a registry that is there gives it no schema. */
  private void stopBeforeTheFirstRecord() throws Exception {
    HttpServer registry =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    registry.createContext("/", PartialReplayIT::answer);
    registry.start();
    try {
      String address = "http://127.0.0.1:" + registry.getAddress().getPort();
      Settings lost = cluster.settings().with(Map.of(Cluster.REGISTRY_URL.key(), address));
      CommandLine.assertRefused(InProcess.run(CommandLine.words(lost, replay())), address);
    } finally {
      registry.stop(0);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    byte[] none = "[]".getBytes(StandardCharsets.UTF_8);
    boolean subjects = exchange.getRequestURI().getPath().equals("/subjects");
    exchange.sendResponseHeaders(subjects ? 200 : 503, none.length);
    exchange.getResponseBody().write(none);
    exchange.close();
  }

  private String[] replay(String... more) {
    List<String> words = new ArrayList<>(List.of("replay", "--source", "raw", "--rules", rules()));
    words.addAll(List.of("--out", out()));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  private Ended run(String... words) {
    return InProcess.run(CommandLine.words(cluster.settings(), words));
  }

  private void publish() throws Exception {
    try (KafkaProducer<String, RawArticle> producer =
        new KafkaProducer<>(
            cluster.settings().asClientConfig(),
            new StringSerializer(),
            new RecordSerdes(cluster.settings()).of(RawArticle.class).serializer())) {
      for (int at = 0; at < 2 * ARTICLES; at++) {
        RawArticle article = article("a" + at);
        producer.send(new ProducerRecord<>(TOPIC, at % 2, article.getId(), article)).get();
      }
    }
  }

  private static RawArticle article(String id) {
    Instant published = Instant.parse("2026-01-01T08:00:00Z");
    return new RawArticle(
        id,
        "Basin News",
        "https://example.org/" + id,
        "Trucks of " + id + " at the border",
        "Rabia",
        "Lorries of " + id + " waited at the crossing, drivers said.",
        "en",
        published,
        Precision.MINUTE,
        published,
        "jsonl:test",
        null,
        null,
        null);
  }

  /** What retention does, at a moment that the test chooses. */
  private void delete(long before) throws Exception {
    try (Admin admin = Admin.create(cluster.settings().asClientConfig())) {
      admin
          .deleteRecords(Map.of(new TopicPartition(TOPIC, 0), RecordsToDelete.beforeOffset(before)))
          .all()
          .get();
    }
  }

  private void breakDisk() throws Exception {
    cluster.stopBroker();
    Files.move(disk, directory.resolve("away"));
    Files.createFile(disk);
    cluster.startBroker();
  }

  private void mendDisk() throws Exception {
    cluster.stopBroker();
    Files.delete(disk);
    Files.move(directory.resolve("away"), disk);
    cluster.startBroker();
  }

  private static String rules() {
    return ROOT.resolve("rules").toString();
  }

  private String out() {
    return directory.resolve("r").toString();
  }

  private JsonNode report() throws Exception {
    return JSON.readTree(Files.readString(directory.resolve("r/report.json")));
  }
}
