package io.wirewatch.dashboard.health;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wirewatch.PublishedRule;
import io.wirewatch.RawArticle;
import io.wirewatch.Rejection;
import io.wirewatch.alert.RuleTopic;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import io.wirewatch.dashboard.web.Reply;
import io.wirewatch.dashboard.web.Request;
import io.wirewatch.dashboard.web.Route;
import io.wirewatch.dashboard.web.User;
import io.wirewatch.embedded.EmbeddedCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A broker and a registry whose stages' health is watched, and what a test does with them. */
final class WatchedCluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final JsonMapper JSON = new JsonMapper();

  private final EmbeddedCluster cluster;
  private final Settings settings;
  private final KafkaProducer<byte[], byte[]> producer;
  private final RecordSerdes serdes;

  WatchedCluster(Path directory) {
    cluster = EmbeddedCluster.start(directory);
    settings = cluster.settings();
    serdes = new RecordSerdes(settings);
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", cluster.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    cluster.createTopics(Topics.all(List.of("tried")), 2);
  }

  StageHealth health() {
    return new StageHealth(settings, Clock.systemUTC(), Surveys.GROUPS, "1.2.3");
  }

  /** A member of a stage's group that commits as it reads. */
  KafkaConsumer<byte[], byte[]> member(String group, String client) {
    Map<String, Object> config = new HashMap<>(settings.asClientConfig());
    config.putAll(
        Map.of(
            "group.id", group,
            "client.id", client,
            "auto.offset.reset", "earliest",
            "auto.commit.interval.ms", "200",
            "session.timeout.ms", "6000"));
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  long send(
      String topic, @Nullable String key, byte @Nullable [] value, Map<String, String> headers)
      throws Exception {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, null, key == null ? null : key.getBytes(UTF_8), value);
    headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
    return producer.send(record).get().offset();
  }

  long send(String topic, String key, SpecificRecord value) throws Exception {
    byte[] bytes = serdes.of(SpecificRecord.class).serializer().serialize(topic, value);
    return send(topic, key, bytes, Map.of());
  }

  /** Each record in a transaction of its own, as a stage writes where little comes. */
  void sendInTransactions(String topic, int count) throws Exception {
    try (KafkaProducer<byte[], byte[]> transactions =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", cluster.bootstrapServers(), "transactional.id", "one-by-one"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      transactions.initTransactions();
      for (int number = 0; number < count; number++) {
        transactions.beginTransaction();
        transactions.send(new ProducerRecord<>(topic, 0, null, new byte[] {1})).get();
        transactions.commitTransaction();
      }
    }
  }

  /** A rejection of an article by a stage. */
  static Rejection rejection(String article, String reason) {
    return Rejection.newBuilder()
        .setStep("enrich-check")
        .setReason(reason)
        .setTopic("news.articles.raw")
        .setPartition(1)
        .setOffset(4711L)
        .setObservedAt(Instant.parse("2026-01-01T08:00:00Z"))
        .setArticle(
            RawArticle.newBuilder()
                .setId(article)
                .setSource("Basin News")
                .setHeadline("Gate at the border")
                .setBody(" ")
                .setObservedAt(Instant.parse("2026-01-01T08:00:00Z"))
                .setFeed("jsonl:test")
                .build())
        .build();
  }

  /** Says that a set of no rules is published, and that an instance runs it. */
  void publish(String hash, String instance) throws Exception {
    String topic = Topics.RULES.name();
    send(topic, RuleTopic.SEAL, new PublishedRule(RuleTopic.SEAL, hash, null, 0));
    String key = RuleTopic.RUNNING + instance;
    send(topic, key, new PublishedRule(key, hash, null, null));
  }

  void stopBroker() {
    cluster.stopBroker();
  }

  void startBroker() {
    cluster.startBroker();
  }

  static Reply.Whole ask(StageHealth health, String path) {
    int question = path.indexOf('?');
    String asked = question < 0 ? path : path.substring(0, question);
    Map<String, String> query =
        question < 0 ? Map.of() : Map.of("limit", path.substring(question + "?limit=".length()));
    Route route =
        health.routes().stream()
            .filter(
                one ->
                    one.path().endsWith("/")
                        ? asked.startsWith(one.path())
                        : asked.equals(one.path()))
            .findFirst()
            .orElseThrow();
    Request request = new Request(User.LOCAL, "GET", asked, query, Optional.empty(), new byte[0]);
    return (Reply.Whole) route.handler().reply(request);
  }

  static JsonNode json(StageHealth health, String path) throws IOException {
    return JSON.readTree(ask(health, path).content());
  }

  /** The first answer that fits; the last one where none does in time. */
  static JsonNode when(StageHealth health, String path, Predicate<JsonNode> fits)
      throws IOException, InterruptedException {
    long last = System.nanoTime() + PATIENCE.toNanos();
    JsonNode answer = json(health, path);
    while (!fits.test(answer) && System.nanoTime() < last) {
      // The health is asked for anew every two seconds.
      Thread.sleep(200);
      answer = json(health, path);
    }
    return answer;
  }

  static JsonNode named(JsonNode list, String name) {
    for (JsonNode one : list) {
      if (Objects.equals(one.path("name").textValue(), name)) {
        return one;
      }
    }
    return JSON.missingNode();
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(1));
    cluster.close();
  }
}
