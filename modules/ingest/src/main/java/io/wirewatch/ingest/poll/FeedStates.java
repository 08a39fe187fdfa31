package io.wirewatch.ingest.poll;

import io.wirewatch.FeedState;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.LoggerFactory;

/** What the cluster knows of all sources, for who looks at them and polls none. */
public final class FeedStates {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofMillis(200);

  private FeedStates() {}

  /**
   * The states by the sources' names; what cannot be read is left out.
   *
   * @throws TimeoutException where the topic cannot be read within half a minute
   */
  public static SortedMap<String, FeedState> read(Settings settings) {
    SortedMap<String, FeedState> states = new TreeMap<>();
    Deserializer<FeedState> deserializer =
        new RecordSerdes(settings).of(FeedState.class).deserializer();
    long last = System.nanoTime() + PATIENCE.toNanos();
    try (var consumer =
        new KafkaConsumer<>(
            config(settings), new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.FEEDS.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        if (System.nanoTime() > last) {
          throw new TimeoutException("news.feeds cannot be read within half a minute");
        }
        consumer
            .poll(LOOK)
            .forEach(message -> take(states, message.key(), message.value(), deserializer));
      }
    }
    return states;
  }

  private static void take(
      Map<String, FeedState> states,
      String name,
      byte[] value,
      Deserializer<FeedState> deserializer) {
    try {
      FeedState state = deserializer.deserialize(Topics.FEEDS.name(), value);
      if (state == null) {
        states.remove(name);
      } else {
        states.put(name, state);
      }
    } catch (SerializationException broken) {
      LoggerFactory.getLogger(FeedStates.class).warn("a state cannot be read", broken);
    }
  }

  private static Map<String, Object> config(Settings settings) {
    Map<String, Object> config = new HashMap<>(settings.asClientConfig());
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, "wirewatch-sources");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    return config;
  }
}
