package io.wirewatch.dashboard.health;

import io.wirewatch.contract.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** Fetches single records that were refused, one at a time. Thread-safe. */
final class RefusedRecords {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration POLL = Duration.ofMillis(200);

  private final Settings settings;
  private final ReentrantLock turn = new ReentrantLock();

  RefusedRecords(Settings settings) {
    this.settings = settings;
  }

  /** A consumer of no group, committed records only. */
  static <T> KafkaConsumer<T, T> consumer(
      Settings settings, String purpose, Deserializer<T> bytes) {
    Map<String, Object> config = settings.asReaderConfig(StageHealth.CLIENT + "-" + purpose);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 100);
    return new KafkaConsumer<>(config, bytes, bytes);
  }

  /**
   * The record at that place; empty where none is.
   *
   * @throws TimeoutException where the cluster does not give it within seconds
   */
  Optional<ConsumerRecord<byte[], byte[]>> at(Refused.Place place) {
    try {
      if (!turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TimeoutException("others wait for records as well");
      }
    } catch (InterruptedException stopped) {
      throw new InterruptException(stopped);
    }
    try (KafkaConsumer<byte[], byte[]> consumer =
        consumer(settings, "content", new ByteArrayDeserializer())) {
      return found(consumer, place);
    } finally {
      turn.unlock();
    }
  }

  private static Optional<ConsumerRecord<byte[], byte[]>> found(
      KafkaConsumer<byte[], byte[]> consumer, Refused.Place place) {
    TopicPartition partition = new TopicPartition(place.topic(), place.partition());
    boolean isThere =
        consumer.partitionsFor(place.topic()).stream()
            .anyMatch(info -> info.partition() == place.partition());
    if (!isThere || !holds(consumer, partition, place.offset())) {
      return Optional.empty();
    }
    consumer.assign(List.of(partition));
    consumer.seek(partition, place.offset());
    long last = System.nanoTime() + PATIENCE.toNanos();
    while (consumer.position(partition) <= place.offset()) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        return Optional.of(record).filter(read -> read.offset() == place.offset());
      }
      if (System.nanoTime() > last) {
        throw new TimeoutException(partition + " gives nothing");
      }
    }
    return Optional.empty();
  }

  private static boolean holds(
      KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long offset) {
    List<TopicPartition> asked = List.of(partition);
    return offset >= consumer.beginningOffsets(asked).getOrDefault(partition, 0L)
        && offset < consumer.endOffsets(asked).getOrDefault(partition, 0L);
  }
}
