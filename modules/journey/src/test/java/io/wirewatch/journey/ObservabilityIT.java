package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.wirewatch.RawArticle;
import io.wirewatch.contract.Topics;
import io.wirewatch.ingest.ArticlePublisher;
import io.wirewatch.observe.EventHeaders;
import io.wirewatch.observe.Observation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is seen of an article on its way from the publisher to its alert, on a real broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ObservabilityIT {
  private static final Instant OBSERVED = Instant.parse("2026-01-01T08:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final InMemorySpanExporter told = InMemorySpanExporter.create();
  private final OpenTelemetrySdk telemetry =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(told))
                  .build())
          .build();
  private final Observation observation = new Observation(Clock.systemUTC(), telemetry);
  private final long startMillis = System.currentTimeMillis();
  private Cluster cluster;
  private ConsumerRecord<String, byte[]> alert;

  @BeforeAll
  void publishAnArticleAndAwaitItsAlert(@TempDir Path directory) throws Exception {
    cluster = Cluster.embedded(directory, observation);
    try (ArticlePublisher publisher = publisher()) {
      publisher.publish(article("unusable", " ", " ")).join();
      publisher.publish(article("quiet", "Quiet day", "Nothing happened.")).join();
      publisher.publish(article("quiet", "Quiet day", "Nothing happened.")).join();
      publisher
          .publish(
              article(
                  "border",
                  "Border shut",
                  "The crossing at Trebil on the Iraqi border was closed by ISIS fighters."))
          .join();
    }
    alert = firstAlert();
    awaitScraped("wirewatch_rejected_total{");
    awaitScraped("outcome=\"enriched\",stage=\"enrich\"} 2");
  }

  @AfterAll
  void stop() {
    cluster.close();
    observation.close();
    telemetry.close();
  }

  @Test
  void alert_isTheEndOfOneTrace_thatBeganAtThePublisher() {
    String context = text(alert, EventHeaders.TRACE_PARENT);
    String trace = context.split("-", 4)[1];
    List<SpanData> spans =
        told.getFinishedSpanItems().stream()
            .filter(span -> span.getTraceId().equals(trace))
            .toList();

    assertThat(spans)
        .extracting(SpanData::getName)
        .contains(
            "ingest news.articles.raw",
            "enrich wirewatch-enrich-stories-repartition",
            "enrich news.articles.enriched",
            "alert news.alerts");
    assertThat(spans).filteredOn(span -> !span.getParentSpanContext().isValid()).hasSize(1);
    List<String> known = spans.stream().map(SpanData::getSpanId).toList();
    assertThat(spans)
        .filteredOn(span -> span.getParentSpanContext().isValid())
        .allMatch(span -> known.contains(span.getParentSpanId()));
    assertThat(spans).extracting(SpanData::getSpanId).contains(context.split("-", 4)[2]);
  }

  @Test
  void alert_saysWhenItsArticleWasReceived_andNothingOfTheProcess() {
    assertThat(Long.parseLong(text(alert, EventHeaders.RECEIVED_AT)))
        .isBetween(startMillis, System.currentTimeMillis());
    assertThat(alert.headers())
        .extracting(header -> header.key())
        .containsExactlyInAnyOrder(EventHeaders.RECEIVED_AT, EventHeaders.TRACE_PARENT);
  }

  @Test
  void metrics_addUp() {
    String scraped = observation.scrape();

    assertThat(scraped)
        .contains("wirewatch_articles_total{outcome=\"published\",stage=\"ingest\"} 4.0")
        .contains("wirewatch_articles_total{outcome=\"read\",stage=\"enrich\"} 4.0")
        .contains("wirewatch_articles_total{outcome=\"enriched\",stage=\"enrich\"} 2.0")
        .contains("wirewatch_rejected_total{reason=\"empty\",step=\"enrich-check\"} 1.0")
        .contains("wirewatch_latency_seconds_count{span=\"raw_to_enriched\"} 2")
        .containsPattern("wirewatch_latency_seconds_count\\{span=\"raw_to_alert\"} [1-9]")
        .containsPattern("wirewatch_alerts_total [1-9]");
    assertThat(cluster.duplicates()).isEqualTo(1);
  }

  private ArticlePublisher publisher() {
    return new ArticlePublisher(
        cluster.settings(), observation.ofProducer("ingest", cluster.settings().asClientConfig()));
  }

  private static RawArticle article(String id, String headline, String body) {
    return RawArticle.newBuilder()
        .setId(id)
        .setSource("Basin News")
        .setUrl("https://basin.example.org/" + id)
        .setHeadline(headline)
        .setBody(body)
        .setPublishedAt(OBSERVED)
        .setObservedAt(OBSERVED)
        .setFeed("jsonl:test")
        .build();
  }

  private ConsumerRecord<String, byte[]> firstAlert() {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            cluster.bootstrapServers(),
            "isolation.level",
            "read_committed",
            "auto.offset.reset",
            "earliest");
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.ALERTS.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Optional<ConsumerRecord<String, byte[]>> first = Optional.empty();
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (first.isEmpty() && System.nanoTime() < end) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          first = first.or(() -> Optional.of(record));
        }
      }
      return first.orElseThrow(() -> new AssertionError("no alert came"));
    }
  }

  private void awaitScraped(String wanted) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!observation.scrape().contains(wanted) && System.nanoTime() < end) {
      // Counted when the brokers acknowledge, which nobody else is told of.
      Thread.sleep(50);
    }
  }

  private static String text(ConsumerRecord<String, byte[]> record, String header) {
    return new String(record.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
  }
}
