package io.wirewatch.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.wirewatch.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;

final class TrailTest {
  private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

  private final InMemorySpanExporter told = InMemorySpanExporter.create();
  private final Trail trail = new Trail(telemetry(), Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void hops_ofAnArticle_areOneTraceEachTheChildOfTheOneBefore() {
    ProducerRecord<String, String> raw = sent("ingest", Topics.RAW_ARTICLES.name(), null);
    ProducerRecord<String, String> enriched =
        sent("enrich", Topics.ENRICHED_ARTICLES.name(), raw.headers());
    ProducerRecord<String, String> alert = sent("alert", Topics.ALERTS.name(), enriched.headers());
    trail.delivered("desk", alert.headers());

    List<SpanData> spans = told.getFinishedSpanItems();
    assertThat(spans).extracting(SpanData::getTraceId).containsOnly(spans.get(0).getTraceId());
    assertThat(spans)
        .extracting(SpanData::getName)
        .containsExactly(
            "ingest news.articles.raw",
            "enrich news.articles.enriched",
            "alert news.alerts",
            "deliver desk");
    for (int at = 1; at < spans.size(); at++) {
      assertThat(spans.get(at).getParentSpanId()).isEqualTo(spans.get(at - 1).getSpanId());
    }
  }

  @Test
  void hop_beginsWhereTheStageTookTheRecord_andLeavesNoMarkOfIt() {
    ProducerRecord<String, String> record =
        new ProducerRecord<>(Topics.ALERTS.name(), "key", "value");
    trail.taken(record.headers());
    trail.leaves("alert", record);

    assertThat(told.getFinishedSpanItems().get(0).getStartEpochNanos())
        .isEqualTo(NOW.toEpochMilli() * 1_000_000);
    assertThat(record.headers().lastHeader(EventHeaders.TAKEN_AT)).isNull();
  }

  @Test
  void context_thatIsNone_beginsATraceOfItsOwn() {
    ProducerRecord<String, String> record =
        new ProducerRecord<>(Topics.ALERTS.name(), "key", "value");
    record.headers().add(EventHeaders.TRACE_PARENT, "00-\n-evil".getBytes(StandardCharsets.UTF_8));
    trail.leaves("alert", record);

    assertThat(told.getFinishedSpanItems().get(0).getParentSpanContext().isValid()).isFalse();
    assertThat(record.headers().headers(EventHeaders.TRACE_PARENT)).hasSize(1);
  }

  @Test
  void changelog_isNoHop() {
    sent("enrich", "wirewatch-enrich-seen-articles-changelog", null);

    assertThat(told.getFinishedSpanItems()).isEmpty();
  }

  private ProducerRecord<String, String> sent(
      String stage, String topic, @org.jspecify.annotations.Nullable Headers from) {
    ProducerRecord<String, String> record =
        new ProducerRecord<>(topic, null, null, "key", "value", from);
    trail.leaves(stage, record);
    return record;
  }

  private OpenTelemetry telemetry() {
    return OpenTelemetrySdk.builder()
        .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
        .setTracerProvider(
            SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(told)).build())
        .build();
  }
}
