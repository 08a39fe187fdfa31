package io.wirewatch.dashboard.health;

import static io.wirewatch.dashboard.health.WatchedCluster.ask;
import static io.wirewatch.dashboard.health.WatchedCluster.json;
import static io.wirewatch.dashboard.health.WatchedCluster.named;
import static io.wirewatch.dashboard.health.WatchedCluster.rejection;
import static io.wirewatch.dashboard.health.WatchedCluster.when;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wirewatch.alert.AlertConfig;
import io.wirewatch.contract.RejectionHeaders;
import io.wirewatch.contract.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The health of a cluster on which plain consumers stand in the groups of the stages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class StageHealthIT {
  private static final String REJECTED = Topics.REJECTED_ARTICLES.name();
  private static final String DEAD = Topics.DEAD_LETTER.name();

  private WatchedCluster cluster;
  private StageHealth health;

  @BeforeAll
  void start(@TempDir Path directory) {
    cluster = new WatchedCluster(directory);
    health = cluster.health();
  }

  @AfterAll
  void stop() {
    health.close();
    cluster.close();
  }

  @Test
  @Order(1)
  void health_ofAClusterWithoutStages_knowsItsTopicsAndThatAllAreAbsent() throws Exception {
    JsonNode now = when(health, "/api/health", answer -> answer.has("at"));

    assertThat(now.path("version").textValue()).isEqualTo("1.2.3");
    assertThat(now.path("kafkaVersion").textValue()).startsWith("4.");
    assertThat(now.path("javaVersion").textValue()).isNotEmpty();
    assertThat(now.path("stages").findValuesAsText("name"))
        .containsExactly("enrich", "alert", "incidents", "deliver");
    assertThat(now.path("stages").findValuesAsText("state")).containsOnly("ABSENT");
    assertThat(named(now.path("topics"), "news.articles.raw").path("partitions").intValue())
        .isEqualTo(2);
    assertThat(named(now.path("stages"), "alert").path("writes").toString())
        .isEqualTo("[\"news.alerts\",\"news.alerts.tried\"]");
  }

  @Test
  @Order(2)
  void health_ofAStage_saysWhoReadsHowFarAndHowFast() throws Exception {
    try (KafkaConsumer<byte[], byte[]> enrich = cluster.member("enrich-group", "enrich-7")) {
      enrich.subscribe(List.of("news.articles.raw"));
      for (int number = 0; number < 40; number++) {
        cluster.send("news.articles.raw", "a" + number, new byte[] {1}, Map.of());
      }
      JsonNode stage = working(enrich);

      assertThat(stage.path("state").textValue()).isEqualTo("WORKING");
      assertThat(stage.path("inPerSecond").doubleValue()).isPositive();
      assertThat(stage.path("lag").intValue()).isZero();
      assertThat(stage.path("partitions").findValuesAsText("member"))
          .containsExactly("enrich-7", "enrich-7");
      assertThat(
              stage.path("partitions").findValues("offset").stream().mapToInt(JsonNode::intValue))
          .allMatch(offset -> offset > 0);
    }
    JsonNode left = when(health, "/api/health", answer -> state(answer, "enrich", "STOPPED"));

    assertThat(state(left, "enrich", "STOPPED")).isTrue();
    assertThat(named(left.path("stages"), "enrich").findValues("member")).isEmpty();
  }

  /** With records until it is seen that they are read. */
  private JsonNode working(KafkaConsumer<byte[], byte[]> enrich) throws Exception {
    long last = System.nanoTime() + Duration.ofSeconds(40).toNanos();
    JsonNode stage = named(json(health, "/api/health").path("stages"), "enrich");
    int number = 0;
    while (System.nanoTime() < last
        && (stage.path("inPerSecond").doubleValue() == 0 || stage.path("lag").intValue() > 0)) {
      if (stage.path("inPerSecond").doubleValue() == 0) {
        number++;
        cluster.send("news.articles.raw", "b" + number, new byte[] {1}, Map.of());
      }
      enrich.poll(Duration.ofMillis(200));
      stage = named(json(health, "/api/health").path("stages"), "enrich");
    }
    return stage;
  }

  @Test
  @Order(3)
  void ruleSet_isThePublishedOneAndThoseOfInstancesThatAreThere() throws Exception {
    cluster.publish("3f9a", "alert-1");
    cluster.publish("3f9a", "alert-gone");
    try (KafkaConsumer<byte[], byte[]> alert =
        cluster.member(AlertConfig.NAME, "alert-1-StreamThread-1-consumer")) {
      alert.subscribe(List.of("news.articles.enriched"));
      long last = System.nanoTime() + Duration.ofSeconds(40).toNanos();
      JsonNode rules = json(health, "/api/health").path("ruleSet");
      while (System.nanoTime() < last && rules.path("running").isEmpty()) {
        alert.poll(Duration.ofMillis(200));
        rules = json(health, "/api/health").path("ruleSet");
      }

      assertThat(rules).hasToString("{\"published\":\"3f9a\",\"running\":{\"alert-1\":\"3f9a\"}}");
    }
  }

  @Test
  @Order(4)
  void refused_areListedCountedAndGivenWhole() throws Exception {
    long empty = cluster.send(REJECTED, "r1", rejection("r1", "it has no text"));
    cluster.send(REJECTED, "r2", rejection("r2", "it has no text"));
    cluster.send(
        REJECTED,
        "r3",
        "no rejection".getBytes(UTF_8),
        Map.of(RejectionHeaders.BY, "alert-rules", RejectionHeaders.WHY, "two rules of one id"));
    long dead =
        cluster.send(
            DEAD,
            "d1",
            new byte[] {9, 0, (byte) 0xff},
            Map.of(
                "__streams.errors.topic", "news.articles.raw",
                "__streams.errors.partition", "1",
                "__streams.errors.offset", "12",
                "__streams.errors.message", "null",
                "__streams.errors.exception", "SerializationException: not the wire format",
                "authorization", "hidden"));

    JsonNode now = when(health, "/api/health", answer -> answer.path("refused").size() >= 3);
    JsonNode list = json(health, "/api/refused?limit=10").path("refused");
    JsonNode rejected = json(health, "/api/refused/" + REJECTED + "/0/" + empty);
    JsonNode letter = json(health, "/api/refused/" + DEAD + "/0/" + dead);

    assertThat(now.path("refused").toString())
        .contains(
            "{\"topic\":\"news.articles.rejected\",\"step\":\"enrich-check\",\"reason\":\"it has no text\",\"count\":2}",
            "{\"topic\":\"news.articles.rejected\",\"step\":\"alert-rules\",\"reason\":\"two rules of one id\",\"count\":1}",
            "{\"topic\":\"news.dead-letter\",\"step\":\"enrich\",\"reason\":\"SerializationException: not the wire format\",\"count\":1}");
    assertThat(list.findValuesAsText("article")).containsExactly("d1", "r2", "r1");
    assertThat(rejected.path("input").textValue()).isEqualTo("news.articles.raw 1:4711");
    assertThat(rejected.path("headline").textValue()).isEqualTo("Gate at the border");
    assertThat(rejected.path("content").textValue()).contains("\"source\" : \"Basin News\"");
    assertThat(letter.path("bytes").textValue()).isEqualTo("CQD/");
    assertThat(letter.path("headers").path("__streams.errors.offset").textValue()).isEqualTo("12");
    assertThat(letter.toString()).doesNotContain("hidden");
    assertThat(ask(health, "/api/refused/" + DEAD + "/0/" + (dead + 1)).status()).isEqualTo(404);
    assertThat(ask(health, "/api/refused/" + DEAD + "/7/0").status()).isEqualTo(404);
  }

  @Test
  @Order(5)
  void refused_beyondWhatIsHeld_areCountedAsEarlier() throws Exception {
    for (int number = 0; number < RefusedTopics.MOST + 50; number++) {
      cluster.send(DEAD, "f" + number, null, Map.of("__streams.errors.message", "flood"));
    }

    // Refused records and topics are looked at one after the other: they agree when all is read.
    JsonNode now =
        when(
            health,
            "/api/health",
            answer ->
                dead(answer) >= RefusedTopics.MOST + 50
                    && dead(answer) == named(answer.path("topics"), DEAD).path("records").asLong());

    assertThat(now.path("refused").toString())
        .contains("\"step\":\"earlier\"", "\"reason\":\"flood\",\"count\":1000}");
    assertThat(json(health, "/api/refused?limit=1000").path("refused").size()).isEqualTo(1_000);
  }

  private static long dead(JsonNode health) {
    long dead = 0;
    for (JsonNode count : health.path("refused")) {
      dead += count.path("topic").textValue().equals(DEAD) ? count.path("count").longValue() : 0;
    }
    return dead;
  }

  @Test
  @Order(6)
  void rates_ofATopicThatIsWrittenInTransactions_areThoseOfItsRecords() throws Exception {
    cluster.sendInTransactions("news.incidents", 100);

    JsonNode now =
        when(
            health,
            "/api/health",
            answer ->
                named(answer.path("topics"), "news.incidents").path("records").intValue() == 200);
    // All of them came within the ten to twelve seconds that a rate is of.
    double incidents = named(now.path("topics"), "news.incidents").path("perSecond").doubleValue();

    assertThat(named(now.path("topics"), "news.incidents").path("records").intValue())
        .isEqualTo(200);
    assertThat(incidents).isPositive();
    assertThat(named(now.path("stages"), "incidents").path("outPerSecond").doubleValue())
        .isEqualTo(incidents);
    assertThat(incidents * 10).isBetween(60.0, 110.0);
  }

  @Test
  @Order(7)
  void listeners_hearEachNewStateAndOneThatFailsStopsNothing() throws Exception {
    BlockingQueue<JsonNode> heard = new ArrayBlockingQueue<>(100);
    health.everyTime(
        state -> {
          throw new IllegalStateException("a listener's own trouble");
        });
    health.everyTime(heard::add);

    JsonNode first = heard.poll(20, TimeUnit.SECONDS);
    JsonNode second = heard.poll(20, TimeUnit.SECONDS);

    assertThat(at(second)).isAfter(at(first));
  }

  @Test
  @Order(8)
  void health_whileTheBrokerIsAway_standsWithItsTimeAndGoesOnAfterwards() throws Exception {
    Instant before = at(json(health, "/api/health"));
    cluster.stopBroker();
    // The health says by the same clock when it asked.
    Instant gone = Instant.now();
    // Longer than from one survey to the next: one that was under way may still be answered.
    Thread.sleep(5_000);
    JsonNode standing = json(health, "/api/health");

    assertThat(at(standing)).isAfterOrEqualTo(before).isBefore(gone.plusSeconds(1));
    assertThat(ask(health, "/api/refused/" + DEAD + "/0/0").status()).isEqualTo(503);

    cluster.startBroker();
    JsonNode again = when(health, "/api/health", answer -> at(answer).isAfter(gone.plusSeconds(5)));

    assertThat(at(again)).isAfter(gone.plusSeconds(5));
    assertThat(json(health, "/api/refused").path("refused").isEmpty()).isFalse();
  }

  private static boolean state(JsonNode health, String stage, String state) {
    return state.equals(named(health.path("stages"), stage).path("state").textValue());
  }

  private static Instant at(JsonNode health) {
    return Instant.parse(health.path("at").textValue());
  }
}
