package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.Severity;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Topics;
import io.wirewatch.embedded.EmbeddedCluster;
import io.wirewatch.journey.MoodyReceiver.Mood;
import io.wirewatch.journey.MoodyReceiver.Taken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Alerts to a receiver that fails, hangs, breaks connections and asks for time, while whoever
 * delivers is killed ({@code kill -9}) again and again and another takes over: nothing is lost,
 * little comes twice, and that under the same id. How many: {@code -Ddelivery.alerts=10000
 * -Ddelivery.kills=8}.
 */
final class DeliveryKillIT {
  private static final int ALERTS = Integer.getInteger("delivery.alerts", 1_500);
  private static final int KILLS = Integer.getInteger("delivery.kills", 2);
  private static final long SEED = Long.getLong("delivery.seed", 20_261_129);
  private static final int RULES = 20;

  /** Two targets with four places each: an answer that a kill takes away was in one of them. */
  private static final int PLACES = 8;

  /** Of all messages, where there are enough of them for the places not to matter. */
  private static final double MOST_TWICE = .01;

  private static final Duration PATIENCE = Duration.ofSeconds(120 + ALERTS / 20);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  private EmbeddedCluster cluster;
  private MoodyReceiver receiver;
  private final Map<String, Instance> instances = new HashMap<>();
  private int started;

  @BeforeEach
  void start() throws IOException {
    cluster =
        EmbeddedCluster.start(directory, 0, 0, Map.of("group.min.session.timeout.ms", "1000"));
    receiver = new MoodyReceiver(SEED);
    cluster.createTopics(Topics.all(List.of()), 3);
  }

  @AfterEach
  void stop() {
    instances.values().forEach(Instance::close);
    receiver.close();
    cluster.close();
  }

  @Test
  void deliverer_killedAgainAndAgain_losesNothingAndHardlyRepeats() throws Exception {
    startOne();
    startOne();
    publish();
    long began = System.nanoTime();
    for (int kill = 1; kill <= KILLS; kill++) {
      await("each", ALERTS * kill / (KILLS + 1));
      killTheOneThatDelivers();
    }
    await("each", ALERTS);
    await("rules", ALERTS);

    List<Taken> taken = receiver.taken();
    assertNothingIsLost(taken);
    assertEachAlertHasOneId(taken);
    assertOrder(taken);
    assertThat(receiver.moods()).as("seed %d", SEED).containsOnlyKeys(Mood.values());
    long ids = taken.stream().map(one -> one.path() + " " + one.id()).distinct().count();
    long twice = taken.size() - ids;
    System.err.printf(
        "%d alerts, %d messages, %d kills: %d came twice (%.2f %%), %d s; %s%n",
        ALERTS,
        ids,
        KILLS,
        twice,
        100.0 * twice / ids,
        Duration.ofNanos(System.nanoTime() - began).toSeconds(),
        receiver.moods());
    assertThat(twice)
        .isLessThanOrEqualTo(Math.max((long) (MOST_TWICE * ids), (long) KILLS * PLACES));
  }

  private static void assertNothingIsLost(List<Taken> taken) {
    for (String path : List.of("each", "rules")) {
      Set<String> alerts = new HashSet<>();
      of(path, taken).forEach(one -> alerts.addAll(one.alerts()));
      assertThat(alerts).as(path).hasSize(ALERTS);
    }
  }

  /** Who has had a message knows it by its id, so an alert must not come under two. */
  private static void assertEachAlertHasOneId(List<Taken> taken) {
    for (String path : List.of("each", "rules")) {
      Map<String, String> ids = new HashMap<>();
      for (Taken one : of(path, taken)) {
        for (String alert : one.alerts()) {
          String before = ids.putIfAbsent(alert, one.id());
          assertThat(before).as(alert).isIn(null, one.id());
        }
      }
    }
  }

  /** Of each rule the alerts come in the order of their numbers. */
  private static void assertOrder(List<Taken> taken) {
    Map<String, Integer> last = new HashMap<>();
    Set<String> had = new HashSet<>();
    for (Taken one : of("rules", taken)) {
      if (had.add(one.id())) {
        for (String alert : one.alerts()) {
          int number = Integer.parseInt(alert.substring(1));
          Integer before = last.put(one.group(), number);
          assertThat(number).as(one.group()).isGreaterThan(before == null ? -1 : before);
        }
      }
    }
  }

  private static List<Taken> of(String path, List<Taken> taken) {
    return taken.stream().filter(one -> one.path().equals(path)).toList();
  }

  private int distinct(String path) {
    Set<String> alerts = new HashSet<>();
    of(path, receiver.taken()).forEach(one -> alerts.addAll(one.alerts()));
    return alerts.size();
  }

  private void startOne() throws IOException {
    String name = "deliver-" + ++started;
    Path plan =
        Files.writeString(
            directory.resolve(name + ".yaml"),
            """
            targets:
              each: {webhook: {url: "%s", timeout: 1s, headers: {X-Instance: %s}}}
              rules: {webhook: {url: "%s", timeout: 1s, headers: {X-Instance: %s}}}
            route:
              target: each
              group_by: [alert]
              group_interval: 0s
              routes:
                - {target: rules, group_by: [rule], continue: true}
                - {target: each}
            """
                .formatted(receiver.url("each"), name, receiver.url("rules"), name));
    instances.put(
        name, Instance.start(List.of(), directory.resolve(name + ".out"), words(name, plan)));
  }

  private List<String> words(String name, Path plan) {
    return CommandLine.words(
        cluster.settings(),
        "deliver",
        "--plan",
        plan.toString(),
        "--set",
        "state.dir=" + directory.resolve(name + ".state"),
        "--set",
        "session.timeout.ms=4000",
        "--set",
        "heartbeat.interval.ms=500");
  }

  private void killTheOneThatDelivers() throws IOException, InterruptedException {
    String active = receiver.lastSender();
    Instance killed = instances.remove(active);
    assertThat(killed).as("%s of %s", active, instances.keySet()).isNotNull();
    killed.kill();
    startOne();
  }

  private void await(String path, int alerts) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (distinct(path) < alerts) {
      instances.values().forEach(one -> assertThat(one.isAlive()).as(one.said()).isTrue());
      assertThat(System.nanoTime())
          .as("%d of %d came to %s", distinct(path), alerts, path)
          .isLessThan(end);
      Thread.sleep(200);
    }
  }

  private void publish() {
    var serializer = new RecordSerdes(cluster.settings()).of(Alert.class).serializer();
    List<ProducerRecord<String, Alert>> alerts =
        IntStream.range(0, ALERTS)
            .mapToObj(DeliveryKillIT::alert)
            // One partition: what the order of the stream is must be known here.
            .map(alert -> new ProducerRecord<>(Topics.ALERTS.name(), 0, alert.getArticle(), alert))
            .toList();
    try (KafkaProducer<String, Alert> producer =
        new KafkaProducer<>(
            cluster.settings().asClientConfig(), new StringSerializer(), serializer)) {
      for (ProducerRecord<String, Alert> alert : alerts) {
        var unused = producer.send(alert);
      }
    }
  }

  private static Alert alert(int number) {
    Instant time = Instant.parse("2026-01-01T08:00:00Z").plusSeconds(number);
    return Alert.newBuilder()
        .setId("a" + number)
        .setStatus(AlertStatus.NEW)
        .setRule("rule-" + number % RULES)
        .setRuleVersion("1")
        .setRuleSet("1")
        .setSeverity(Severity.MEDIUM)
        .setArticle("article-" + number)
        .setRevision(1)
        .setHeadline("Ferry " + number + " sails")
        .setSource("Basin News")
        .setLanguage("en")
        .setObservedAt(time)
        .setEventTime(time)
        .setRegions(new ArrayList<>())
        .setMatches(new ArrayList<>())
        .setStoryId("story-" + number)
        .build();
  }
}
