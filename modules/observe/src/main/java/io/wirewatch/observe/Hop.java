package io.wirewatch.observe;

import io.wirewatch.Rejection;
import io.wirewatch.contract.RejectionHeaders;
import io.wirewatch.contract.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** What is seen of the records of one stage, as its clients receive and send them. Thread-safe. */
final class Hop {
  /* Some nanoseconds a record: a look-up by topic, a count, and of what ends a way the figures of a header. Records that
   * are read again after a crash are counted again. */

  private final Observation observation;
  private final String stage;
  private final Map<String, LongAdder> taken = new HashMap<>();
  private final Map<String, LongAdder> written = new HashMap<>();

  Hop(Observation observation, String stage) {
    this.observation = observation;
    this.stage = stage;
    String raw = Topics.RAW_ARTICLES.name();
    String enriched = Topics.ENRICHED_ARTICLES.name();
    boolean publishes = stage.equals("ingest");
    if (publishes) {
      written.put(raw, articles("published"));
    } else {
      written.put(Topics.DEAD_LETTER.name(), articles("dead_letter"));
    }
    if (stage.equals("enrich")) {
      taken.put(raw, articles("read"));
      written.put(enriched, articles("enriched"));
    } else if (stage.equals("alert")) {
      taken.put(enriched, articles("read"));
      written.put(Topics.ALERTS.name(), observation.counters().of(Metric.ALERTS));
    }
  }

  private LongAdder articles(String outcome) {
    return observation.counters().of(Metric.ARTICLES, stage, outcome);
  }

  /** The stage has taken a record. */
  void taken(ConsumerRecord<?, ?> record) {
    count(taken, record.topic());
    if (record.topic().equals(Topics.RAW_ARTICLES.name())
        && record.timestampType() == TimestampType.LOG_APPEND_TIME) {
      // Other people's producers do not say when; the broker does.
      EventHeaders.received(record.headers(), record.timestamp());
    }
    observation.trail().ifPresent(trail -> trail.taken(record.headers()));
  }

  /** The stage hands a record to its producer, which has not sent it yet. */
  void leaves(ProducerRecord<?, ?> record) {
    if (record.topic().equals(Topics.RAW_ARTICLES.name())) {
      EventHeaders.received(record.headers(), observation.clock().millis());
    }
    if (record.value() instanceof Rejection rejection) {
      RejectionHeaders.put(record.headers(), rejection.getStep(), rejection.getReason());
    }
    observation.trail().ifPresent(trail -> trail.leaves(stage, record));
  }

  /** The brokers have acknowledged a record. */
  void written(String topic, @Nullable Headers headers) {
    count(written, topic);
    if (headers == null) {
      return;
    }
    if (topic.equals(Topics.ENRICHED_ARTICLES.name())) {
      observation.latency(Latency.RAW_TO_ENRICHED, headers);
    } else if (topic.equals(Topics.ALERTS.name())) {
      observation.latency(Latency.RAW_TO_ALERT, headers);
    } else if (topic.equals(Topics.REJECTED_ARTICLES.name())) {
      rejected(headers);
    }
  }

  private void rejected(Headers headers) {
    String by = EventHeaders.text(headers, RejectionHeaders.BY);
    String why = EventHeaders.text(headers, RejectionHeaders.WHY);
    observation
        .counters()
        .of(
            Metric.REJECTED,
            Objects.requireNonNullElse(by, stage),
            why == null ? RejectionKind.OTHER : RejectionKind.of(why))
        .increment();
  }

  private static void count(Map<String, LongAdder> counters, String topic) {
    LongAdder counter = counters.get(topic);
    if (counter != null) {
      counter.increment();
    }
  }
}
