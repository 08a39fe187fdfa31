package io.wirewatch.benchmarks;

import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The plain consumer beside which others are measured: all partitions, every record decoded. */
final class DecodingConsumer {
  private DecodingConsumer() {}

  /**
   * Reads so many records from the beginning.
   *
   * @param looked asked of each, so that no compiler takes the decoding away
   * @return the sum of its answers
   */
  static <V> long read(Settings settings, Topic<V> topic, int count, ToLongFunction<V> looked) {
    Class<V> type = Objects.requireNonNull(topic.value(), "a topic of records");
    try (KafkaConsumer<String, V> consumer =
        new KafkaConsumer<>(
            settings.with(Map.of("isolation.level", "read_committed")).asClientConfig(),
            new StringDeserializer(),
            new RecordSerdes(settings).of(type).deserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long sum = 0;
      int read = 0;
      while (read < count) {
        for (ConsumerRecord<String, V> record : consumer.poll(Duration.ofSeconds(1))) {
          read++;
          sum += looked.applyAsLong(record.value());
        }
      }
      return sum;
    }
  }
}
