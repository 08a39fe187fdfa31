package io.wirewatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.PublishedRule;
import io.wirewatch.Rejection;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import io.wirewatch.embedded.EmbeddedCluster;
import io.wirewatch.rules.LoadProgress;
import io.wirewatch.rules.RuleSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker and a registry for published rules, and what a test does with them. */
final class RulesCluster implements AutoCloseable {
  static final RulePublisher.Progress UNWATCHED = (written, all) -> {};

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-08-18T10:00:00Z"), ZoneOffset.UTC);

  private final Path directory;
  private final EmbeddedCluster cluster;
  private final Settings settings;

  RulesCluster(Path directory) {
    this.directory = directory;
    cluster = EmbeddedCluster.start(directory);
    settings = cluster.settings();
    cluster.createTopics(Topics.all(List.of()), 1);
  }

  @Override
  public void close() {
    cluster.close();
  }

  Settings settings() {
    return settings;
  }

  RulePublisher publisher() {
    return new RulePublisher(settings);
  }

  /** Publishes from far away: the bytes as they are. */
  void writeBytes(String key, String value) throws Exception {
    try (KafkaProducer<String, String> foreign =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", cluster.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      foreign.send(new ProducerRecord<>("news.rules", key, value)).get();
    }
  }

  /** The hash of what is published, computed from the rules themselves. */
  String published() throws Exception {
    try (RuleTopic topic = new RuleTopic(settings)) {
      // What is published meanwhile may have been read in part, and is no set yet.
      await(
          () -> {
            topic.readToEnd();
            return topic.set().isPresent();
          });
      List<String> definitions =
          topic.set().orElseThrow().values().stream().map(PublishedRule::getDefinition).toList();
      return RuleSet.ofDefinitions(definitions, LoadProgress.UNSEEN).hash();
    }
  }

  /** Waits until there are so many, and no longer than half a minute. */
  List<Rejection> rejections(int count) {
    List<Rejection> rejections = new ArrayList<>();
    try (KafkaConsumer<String, Rejection> consumer =
        new KafkaConsumer<>(
            settings.asClientConfig(),
            new StringDeserializer(),
            new RecordSerdes(settings).of(Rejection.class).deserializer())) {
      TopicPartition partition = new TopicPartition("news.articles.rejected", 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      await(
          () -> {
            consumer.poll(Duration.ofMillis(100)).forEach(found -> rejections.add(found.value()));
            return rejections.size() >= count;
          });
    }
    return rejections;
  }

  static ProducerRecord<String, PublishedRule> rule(String id, String version) {
    String definition = "{\"rules\":[{\"id\":\"" + id + "\",\"when\":\"x\"}],\"version\":\"1\"}";
    return new ProducerRecord<>("news.rules", id, new PublishedRule(id, version, definition, null));
  }

  static ProducerRecord<String, PublishedRule> seal(String hash, int count) {
    return new ProducerRecord<>("news.rules", "#set", new PublishedRule("#set", hash, null, count));
  }

  KafkaProducer<String, PublishedRule> transactional() {
    KafkaProducer<String, PublishedRule> producer =
        producer(settings.with(Map.of("transactional.id", "wirewatch-rules-publish")));
    producer.initTransactions();
    producer.beginTransaction();
    return producer;
  }

  static KafkaProducer<String, PublishedRule> producer(Settings settings) {
    return new KafkaProducer<>(
        settings.asClientConfig(),
        new StringSerializer(),
        new RecordSerdes(settings).of(PublishedRule.class).serializer());
  }

  void write(ProducerRecord<String, PublishedRule> message) throws Exception {
    try (KafkaProducer<String, PublishedRule> producer = producer(settings)) {
      producer.send(message).get();
    }
  }

  PublishedRules following(RunningRules rules, String name) {
    PublishedRules published =
        new PublishedRules(rules, new PublishedRules.Instance(name, set -> {}), settings, CLOCK);
    published.start(LoadProgress.UNSEEN);
    return published;
  }

  /** Rules of one term each, written as {@code id: term}. */
  RuleSet rules(String... rules) throws Exception {
    StringBuilder file = new StringBuilder("version: 1\nrules:\n");
    for (String rule : rules) {
      int colon = rule.indexOf(':');
      file.append("  - {id: ").append(rule, 0, colon).append(", when: {term: ");
      file.append(rule.substring(colon + 1).strip()).append("}}\n");
    }
    Path path = directory.resolve("rules-" + System.nanoTime() + ".yaml");
    Files.writeString(path, file);
    return RuleSet.load(path);
  }

  static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited 30 seconds").isLessThan(end);
    }
  }
}
