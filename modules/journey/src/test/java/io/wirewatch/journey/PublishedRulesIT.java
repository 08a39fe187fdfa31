package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.PublishedRule;
import io.wirewatch.alert.PublishedRules;
import io.wirewatch.alert.RulePublisher;
import io.wirewatch.alert.RuleTopic;
import io.wirewatch.alert.RunningRules;
import io.wirewatch.contract.ClusterTopics;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import io.wirewatch.embedded.EmbeddedBroker;
import io.wirewatch.embedded.EmbeddedRegistry;
import io.wirewatch.rules.LoadProgress;
import io.wirewatch.rules.RuleSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule sets that are published while alert stages run. */
@SuppressWarnings("try") // To be open is all that a follower has to do.
final class PublishedRulesIT {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-08-18T10:00:00Z"), ZoneOffset.UTC);

  @TempDir Path directory;
  private EmbeddedBroker broker;
  private EmbeddedRegistry registry;
  private Settings settings;

  @BeforeEach
  void start() {
    broker = EmbeddedBroker.start(directory.resolve("kafka"), 0);
    registry = EmbeddedRegistry.start(directory.resolve("registry"), 0);
    settings =
        Settings.of(
            Map.of(),
            Map.of(),
            Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "schema.registry.url", registry.url()));
    try (Admin admin = Admin.create(settings.asClientConfig())) {
      new ClusterTopics(admin, 1).ensure(Topics.all(List.of()));
    }
  }

  @AfterEach
  void stop() {
    broker.close();
    registry.close();
  }

  @Test
  void set_published_runsEverywhereUnderItsHash() throws Exception {
    RunningRules first = new RunningRules(rules("a: border"));
    RunningRules second = new RunningRules(rules("a: border"));
    try (PublishedRules one = following(first, "one");
        PublishedRules two = following(second, "two")) {
      RuleSet published = rules("a: border", "b: bridge");
      new RulePublisher(settings).publish(published, (written, all) -> {});

      await(() -> first.hash().equals(published.hash()) && second.hash().equals(published.hash()));
    }
  }

  @Test
  void stage_startedLater_runsThePublishedSet() throws Exception {
    RuleSet published = rules("b: bridge");
    new RulePublisher(settings).publish(published, (written, all) -> {});
    RunningRules late = new RunningRules(rules("a: border"));

    try (PublishedRules following = following(late, "late")) {
      assertThat(late.hash()).isEqualTo(published.hash());
    }
  }

  @Test
  void publish_again_writesOnlyWhatChanged() throws Exception {
    RulePublisher publisher = new RulePublisher(settings);
    publisher.publish(rules("a: border", "b: bridge", "c: ferry"), (written, all) -> {});

    RulePublisher.Change change =
        publisher.publish(rules("a: border", "b: tunnel"), (written, all) -> {});

    assertThat(change).isEqualTo(new RulePublisher.Change(List.of("b"), List.of("c"), 1));
    try (RuleTopic topic = new RuleTopic(settings)) {
      topic.readToEnd();
      assertThat(topic.set().orElseThrow()).containsOnlyKeys("a", "b");
    }
  }

  @Test
  void compare_ofAnotherSet_writesNothing() throws Exception {
    RulePublisher publisher = new RulePublisher(settings);
    publisher.publish(rules("a: border"), (written, all) -> {});
    publisher.compare(rules("b: bridge"));

    try (RuleTopic topic = new RuleTopic(settings)) {
      topic.readToEnd();
      assertThat(topic.set().orElseThrow()).containsOnlyKeys("a");
    }
  }

  @Test
  void set_thatDoesNotCompile_isRejectedAndTheOldOneStays() throws Exception {
    RunningRules running = new RunningRules(rules("a: border"));
    String before = running.hash();
    try (PublishedRules following = following(running, "one")) {
      writeBroken();

      List<GenericRecord> rejected =
          new PlainReader(broker.bootstrapServers(), registry.url())
              .values("news.articles.rejected", 1);
      assertThat(rejected)
          .singleElement()
          .satisfies(
              record -> {
                assertThat(record.get("step")).hasToString("alert-rules");
                assertThat(record.get("topic")).hasToString("news.rules");
              });
      assertThat(running.hash()).isEqualTo(before);
    }
  }

  @Test
  void instance_running_saysWhatItRuns_andNoMoreWhenItHasStopped() throws Exception {
    RunningRules running = new RunningRules(rules("a: border"));
    try (PublishedRules following = following(running, "one")) {
      await(() -> saidToRun().containsKey("one"));
      assertThat(saidToRun()).containsEntry("one", running.hash());
    }

    await(() -> saidToRun().isEmpty());
  }

  private Map<String, String> saidToRun() {
    try (RuleTopic topic = new RuleTopic(settings)) {
      topic.readToEnd();
      return topic.running();
    }
  }

  private PublishedRules following(RunningRules rules, String name) {
    PublishedRules published =
        new PublishedRules(rules, new PublishedRules.Instance(name, set -> {}), settings, CLOCK);
    published.start(LoadProgress.UNSEEN);
    return published;
  }

  private void writeBroken() throws Exception {
    try (KafkaProducer<String, PublishedRule> producer =
        new KafkaProducer<>(
            settings.asClientConfig(),
            new StringSerializer(),
            new RecordSerdes(settings).of(PublishedRule.class).serializer())) {
      producer
          .send(
              new ProducerRecord<>(
                  "news.rules", "x", new PublishedRule("x", "v", "{\"id\":\"x\"}", null)))
          .get();
      producer
          .send(new ProducerRecord<>("news.rules", "#set", new PublishedRule("#set", "h", null, 1)))
          .get();
    }
  }

  /** Rules of one term each, written as {@code id: term}. */
  private RuleSet rules(String... rules) throws Exception {
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

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited 30 seconds").isLessThan(end);
    }
  }
}
