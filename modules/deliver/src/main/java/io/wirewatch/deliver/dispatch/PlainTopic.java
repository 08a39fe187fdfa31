package io.wirewatch.deliver.dispatch;

import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topic;
import io.wirewatch.stage.Unreadable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one partition of a topic, read by who is in no group for it; committed records only. */
final class PlainTopic<V> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PlainTopic.class);
  private static final Duration POLL = Duration.ofMillis(200);

  private final TopicPartition partition;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Deserializer<V> deserializer;

  /** Takes what is read; of a compacted topic no value says that there is none any more. */
  interface Taker<V> {
    void take(At at, @Nullable V value);
  }

  /**
   * Where something lies.
   *
   * @param taken when the broker took it
   */
  record At(long offset, String key, Instant taken, Headers headers) {}

  PlainTopic(Settings settings, Topic<V> topic) {
    partition = new TopicPartition(topic.name(), 0);
    deserializer =
        new RecordSerdes(settings)
            .of(Objects.requireNonNull(topic.value(), "a topic of records"))
            .deserializer();
    consumer =
        new KafkaConsumer<>(
            settings.asReaderConfig(), new StringDeserializer(), new ByteArrayDeserializer());
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
  }

  /** Its partition. */
  TopicPartition partition() {
    return partition;
  }

  /** Begins at an offset, or at the first that there is after it. */
  void from(long offset) {
    consumer.seek(partition, Math.max(offset, beginning()));
  }

  private long beginning() {
    return Objects.requireNonNull(consumer.beginningOffsets(List.of(partition)).get(partition));
  }

  /** The first record that the broker took then or later; the end where there is none. */
  long at(Instant time) {
    var found = consumer.offsetsForTimes(Map.of(partition, time.toEpochMilli())).get(partition);
    return found == null ? end() : found.offset();
  }

  /** Where what is committed ends. */
  long end() {
    return Objects.requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
  }

  /** Reads up to an offset, maybe further; waits where transactions before it are open. */
  void upTo(long end, Taker<V> taker) {
    while (consumer.position(partition) < end) {
      consumer.poll(POLL).forEach(message -> take(message, taker));
    }
  }

  /** What has come since; does not wait. */
  void news(Taker<V> taker) {
    consumer.poll(Duration.ZERO).forEach(message -> take(message, taker));
  }

  private void take(ConsumerRecord<String, byte[]> message, Taker<V> taker) {
    if (message.key() == null) {
      return;
    }
    V value = null;
    try {
      value = deserializer.deserialize(message.topic(), message.value());
    } catch (SerializationException broken) {
      if (Unreadable.isPassing(broken)) {
        throw broken;
      }
      LOG.warn("{} at {} cannot be read, and is left out", message.topic(), message.offset());
      return;
    }
    taker.take(
        new At(
            message.offset(),
            message.key(),
            Instant.ofEpochMilli(message.timestamp()),
            message.headers()),
        value);
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
  }
}
