package io.wirewatch.contract;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.LoggerFactory;

/** What a compacted topic says now, for who looks at it once. */
public final class TopicTable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofMillis(200);

  private TopicTable() {}

  /**
   * The newest committed value of each key; what cannot be read is left out.
   *
   * @param client how the consumer calls itself
   * @throws TimeoutException where the topic cannot be read within half a minute
   */
  public static <V extends SpecificRecord> SortedMap<String, V> read(
      Settings settings, Topic<V> topic, String client) {
    SortedMap<String, V> table = new TreeMap<>();
    Class<V> type = Objects.requireNonNull(topic.value(), "a topic of bytes is no table");
    Deserializer<V> values = new RecordSerdes(settings).of(type).deserializer();
    long last = System.nanoTime() + PATIENCE.toNanos();
    try (var consumer =
        new KafkaConsumer<>(
            config(settings, client), new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        if (System.nanoTime() > last) {
          throw new TimeoutException(topic.name() + " cannot be read within half a minute");
        }
        consumer.poll(LOOK).forEach(message -> take(table, message, values));
      }
    }
    return table;
  }

  private static <V extends SpecificRecord> void take(
      Map<String, V> table, ConsumerRecord<String, byte[]> message, Deserializer<V> values) {
    try {
      V value = values.deserialize(message.topic(), message.value());
      if (message.key() != null && value == null) {
        table.remove(message.key());
      } else if (message.key() != null) {
        table.put(message.key(), value);
      }
    } catch (SerializationException broken) {
      LoggerFactory.getLogger(TopicTable.class)
          .warn("a record of {} cannot be read", message.topic(), broken);
    }
  }

  private static Map<String, Object> config(Settings settings, String client) {
    Map<String, Object> config = settings.asReaderConfig(client);
    // At the end the client asks for more all the same, and closing waits for that answer.
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 5);
    return config;
  }
}
