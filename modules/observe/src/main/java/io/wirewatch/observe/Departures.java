package io.wirewatch.observe;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Shows the records that a stage sends to its hop; Kafka makes it, see {@link Observation}. */
public final class Departures implements ProducerInterceptor<Object, Object> {
  private @Nullable Hop hop;

  @Override
  public void configure(Map<String, ?> config) {
    hop = (Hop) config.get(Observation.HOP);
  }

  @Override
  public ProducerRecord<Object, Object> onSend(ProducerRecord<Object, Object> record) {
    Hop now = hop;
    if (now != null) {
      now.leaves(record);
    }
    return record;
  }

  @Override
  public void onAcknowledgement(
      @Nullable RecordMetadata at, @Nullable Exception failed, @Nullable Headers headers) {
    Hop now = hop;
    if (now != null && failed == null && at != null) {
      now.written(at.topic(), headers);
    }
  }

  @Override
  public void close() {
    hop = null;
  }
}
