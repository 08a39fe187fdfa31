package io.wirewatch.app;

import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Which records were sent back before: the keys of {@code news.redriven}. */
final class RedriveMemory {
  private final Set<String> keys;

  private RedriveMemory(Set<String> keys) {
    this.keys = keys;
  }

  /** All that was sent up to now; nothing where the topic is not there yet. */
  static RedriveMemory read(Settings settings) {
    Set<String> keys = new HashSet<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            settings
                .with(
                    Map.of(
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false",
                        "allow.auto.create.topics", "false"))
                .asClientConfig(),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.REDRIVEN.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) {
          keys.add(new String(record.key(), StandardCharsets.UTF_8));
        }
      }
    }
    return new RedriveMemory(keys);
  }

  boolean knows(SetAside.Position position) {
    return keys.contains(position.key());
  }
}
