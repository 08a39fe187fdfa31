package io.wirewatch.observe;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Shows the records that a stage takes to its hop; Kafka makes it, see {@link Observation}. */
public final class Arrivals implements ConsumerInterceptor<Object, Object> {
  private @Nullable Hop hop;

  @Override
  public void configure(Map<String, ?> config) {
    hop = (Hop) config.get(Observation.HOP);
  }

  @Override
  public ConsumerRecords<Object, Object> onConsume(ConsumerRecords<Object, Object> records) {
    Hop now = hop;
    if (now != null) {
      records.forEach(now::taken);
    }
    return records;
  }

  @Override
  public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
    // Only records are of interest.
  }

  @Override
  public void close() {
    hop = null;
  }
}
