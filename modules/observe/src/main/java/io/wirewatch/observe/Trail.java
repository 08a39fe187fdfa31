package io.wirewatch.observe;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.wirewatch.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The trace of an article: a span a hop, from when a stage took a record until it handed on what it
 * made of it. Thread-safe.
 */
final class Trail {
  /* The context goes with the record, in W3C's header, since threads and processes change between hops: each hop's span
   * is the child of the one before and takes its place in the header. When a hop began is in a header of its own, which
   * never leaves the process: Kafka Streams tells nobody which record an output was made of, but hands on its headers. */

  private static final Set<String> HOPS =
      Set.of(
          Topics.RAW_ARTICLES.name(),
          Topics.REJECTED_ARTICLES.name(),
          Topics.DEAD_LETTER.name(),
          Topics.ENRICHED_ARTICLES.name(),
          Topics.ALERTS.name(),
          Topics.INCIDENTS.name());
  private static final int MOST_KEY_CHARS = 128;
  private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();
  private static final TextMapSetter<Headers> SETTER =
      (headers, name, value) -> EventHeaders.put(Objects.requireNonNull(headers), name, value);

  private final Tracer tracer;
  private final Clock clock;

  /** Only the context itself: what vendors add to it is not ours to hand on. */
  private static final class Getter implements TextMapGetter<Headers> {
    @Override
    public Iterable<String> keys(Headers headers) {
      return List.of(EventHeaders.TRACE_PARENT);
    }

    @Override
    public @Nullable String get(@Nullable Headers headers, String name) {
      return headers == null || !name.equals(EventHeaders.TRACE_PARENT)
          ? null
          : EventHeaders.text(headers, name);
    }
  }

  Trail(OpenTelemetry telemetry, Clock clock) {
    this.tracer = telemetry.getTracer("io.wirewatch");
    this.clock = clock;
  }

  /** A stage has taken a record. */
  void taken(Headers headers) {
    EventHeaders.put(headers, EventHeaders.TAKEN_AT, Long.toString(clock.millis()));
  }

  /** A stage hands on a record. */
  void leaves(String stage, ProducerRecord<?, ?> record) {
    Headers headers = record.headers();
    long taken = EventHeaders.millis(headers, EventHeaders.TAKEN_AT);
    headers.remove(EventHeaders.TAKEN_AT);
    String topic = record.topic();
    if (HOPS.contains(topic) || topic.endsWith("-repartition")) {
      Span span =
          begun(stage + " " + topic, SpanKind.PRODUCER, headers, taken)
              .setAttribute("messaging.system", "kafka")
              .setAttribute("messaging.destination.name", topic)
              .setAttribute("messaging.kafka.message.key", key(record.key()))
              .startSpan();
      W3C.inject(Context.root().with(span), headers, SETTER);
      span.end();
    }
  }

  /** A target has taken an alert whose record had these headers. */
  void delivered(String target, Headers headers) {
    begun("deliver " + target, SpanKind.CLIENT, headers, -1)
        .setAttribute("wirewatch.target", target)
        .startSpan()
        .end();
  }

  private SpanBuilder begun(String name, SpanKind kind, Headers headers, long atMillis) {
    SpanBuilder span =
        tracer
            .spanBuilder(name)
            .setSpanKind(kind)
            .setParent(W3C.extract(Context.root(), headers, new Getter()));
    return atMillis < 0 ? span : span.setStartTimestamp(atMillis, TimeUnit.MILLISECONDS);
  }

  private static String key(@Nullable Object key) {
    String text =
        key instanceof byte[] bytes
            ? new String(bytes, StandardCharsets.UTF_8)
            : String.valueOf(key);
    return text.substring(0, Math.min(text.length(), MOST_KEY_CHARS));
  }
}
