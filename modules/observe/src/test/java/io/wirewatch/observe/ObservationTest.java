package io.wirewatch.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.Rejection;
import io.wirewatch.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** What is counted and measured of records that clients take and send. */
final class ObservationTest {
  private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
  private static final String RAW = Topics.RAW_ARTICLES.name();

  private final Observation observation = new Observation(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void everyFamily_hasTheNameAndTypeOfTheCatalogue() {
    observation.attempted("desk", Observation.Attempt.DELIVERED);
    publish("ingest", rejection("empty: neither headline nor body"));
    observation.add(
        rows -> {
          for (Metric metric : Metric.values()) {
            if (metric.type() != Metric.Type.HISTOGRAM) {
              rows.add(metric, 1, metric.labels().toArray(String[]::new));
            }
          }
        });
    String scraped = observation.scrape();

    for (Metric metric : Metric.values()) {
      String type =
          metric.type() == Metric.Type.INFO ? "gauge" : metric.type().name().toLowerCase();
      assertThat(scraped)
          .contains("# TYPE " + metric.sample() + " " + type + "\n")
          .contains("# HELP " + metric.sample() + " " + metric.doc());
    }
    assertThat(scraped.lines().filter(line -> line.startsWith("# TYPE wirewatch_")))
        .hasSize(Metric.values().length + 1)
        .contains("# TYPE wirewatch_latency_seconds_max gauge");
  }

  @Test
  void publishedArticle_carriesWhenItWasReceived_andIsCounted() {
    ProducerRecord<Object, Object> record = publish("ingest", "an article");

    assertThat(EventHeaders.millis(record.headers(), EventHeaders.RECEIVED_AT))
        .isEqualTo(NOW.toEpochMilli());
    assertThat(observation.scrape())
        .contains("wirewatch_articles_total{outcome=\"published\",stage=\"ingest\"} 1.0\n");
  }

  @Test
  void rejection_isCountedByStepAndKindOfReason() {
    publish("ingest", rejection("published in the future: 2099-01-01T00:00:00Z"));
    publish("ingest", rejection("published in the future: 2098-01-01T00:00:00Z"));
    publish("ingest", rejection("something that nobody foresaw"));

    assertThat(observation.scrape())
        .contains("wirewatch_rejected_total{reason=\"date\",step=\"ingest-page\"} 2.0\n")
        .contains("wirewatch_rejected_total{reason=\"other\",step=\"ingest-page\"} 1.0\n");
  }

  @Test
  void articleOfAForeignProducer_isReceivedWhenTheBrokerTookIt() {
    ConsumerRecord<Object, Object> record = taken(RAW, new RecordHeaders());

    assertThat(EventHeaders.age(record.headers(), NOW)).contains(java.time.Duration.ofMillis(40));
    assertThat(observation.scrape())
        .contains("wirewatch_articles_total{outcome=\"read\",stage=\"enrich\"} 1.0\n");
  }

  @Test
  void acknowledgedAlert_isMeasuredFromWhereItsArticleWasReceived() {
    Headers headers = new RecordHeaders();
    EventHeaders.received(headers, NOW.minusMillis(180).toEpochMilli());
    departures("alert").onAcknowledgement(at(Topics.ALERTS.name()), null, headers);

    assertThat(observation.scrape())
        .contains("wirewatch_latency_seconds_bucket{span=\"raw_to_alert\",le=\"0.15\"} 0\n")
        .contains("wirewatch_latency_seconds_bucket{span=\"raw_to_alert\",le=\"0.2\"} 1\n")
        .contains("wirewatch_alerts_total 1.0\n");
  }

  @Test
  void recordThatWasNotTaken_isNotCounted() {
    departures("alert")
        .onAcknowledgement(at(Topics.ALERTS.name()), new IllegalStateException(), null);
    departures("alert").onAcknowledgement(null, new IllegalStateException(), null);

    assertThat(observation.scrape()).contains("wirewatch_alerts_total 0.0\n");
  }

  @Test
  void delivery_isMeasured() {
    Headers headers = new RecordHeaders();
    EventHeaders.received(headers, NOW.minusSeconds(2).toEpochMilli());
    observation.knows("desk");
    observation.delivered("desk", headers);
    observation.attempted("desk", Observation.Attempt.RETRY);

    assertThat(observation.scrape())
        .contains("wirewatch_latency_seconds_sum{span=\"raw_to_delivered\"} 2.0\n")
        .contains("wirewatch_deliveries_total{outcome=\"failed\",target=\"desk\"} 0.0\n")
        .contains("wirewatch_deliveries_total{outcome=\"retry\",target=\"desk\"} 1.0\n");
  }

  @Test
  void interceptorsOfTheUser_stay() {
    Map<String, Object> config =
        observation.ofStage("enrich", Map.of("main.consumer.interceptor.classes", "org.x.Theirs"));

    assertThat(config.get("main.consumer.interceptor.classes"))
        .isEqualTo("org.x.Theirs," + Arrivals.class.getName());
    assertThat(config.get("producer.interceptor.classes")).isEqualTo(Departures.class.getName());
  }

  @Test
  void labelFromOutside_cannotForgeALine() {
    observation.add(
        rows -> rows.add(Metric.SOURCE_ITEMS, 1, "a\"} 5\nwirewatch_alerts_total 99\n# "));

    assertThat(observation.scrape().lines()).doesNotContain("wirewatch_alerts_total 99");
  }

  @Test
  void sumOfTasks_risesThoughTheyMoveAndBeginAnew() {
    Rising sum = new Rising();

    assertThat(sum.since(Map.of("0_0", 10L, "0_1", 5L))).isEqualTo(15);
    assertThat(sum.since(Map.of("0_0", 12L))).isEqualTo(2);
    assertThat(sum.since(Map.of("0_0", 12L, "0_1", 3L))).isEqualTo(3);
    assertThat(sum.since(Map.of("0_0", 1L, "0_1", 3L))).isEqualTo(1);
  }

  private ProducerRecord<Object, Object> publish(String stage, Object value) {
    String topic = value instanceof Rejection ? Topics.REJECTED_ARTICLES.name() : RAW;
    Departures producer = departures(stage);
    ProducerRecord<Object, Object> record =
        producer.onSend(new ProducerRecord<>(topic, "key", value));
    producer.onAcknowledgement(at(topic), null, record.headers());
    return record;
  }

  private ConsumerRecord<Object, Object> taken(String topic, Headers headers) {
    ConsumerRecord<Object, Object> record =
        new ConsumerRecord<>(
            topic,
            0,
            0,
            NOW.toEpochMilli() - 40,
            TimestampType.LOG_APPEND_TIME,
            3,
            5,
            "key",
            "value".getBytes(StandardCharsets.UTF_8),
            headers,
            Optional.empty());
    Arrivals consumer = new Arrivals();
    consumer.configure(observation.ofStage("enrich", Map.of()));
    consumer.onConsume(
        new ConsumerRecords<>(Map.of(new TopicPartition(topic, 0), List.of(record)), Map.of()));
    return record;
  }

  private Departures departures(String stage) {
    Departures departures = new Departures();
    departures.configure(observation.ofProducer(stage, Map.of()));
    return departures;
  }

  private static RecordMetadata at(String topic) {
    return new RecordMetadata(new TopicPartition(topic, 0), 0, 0, 0, 3, 5);
  }

  private static Rejection rejection(String reason) {
    return Rejection.newBuilder()
        .setStep("ingest-page")
        .setReason(reason)
        .setObservedAt(NOW)
        .build();
  }
}
