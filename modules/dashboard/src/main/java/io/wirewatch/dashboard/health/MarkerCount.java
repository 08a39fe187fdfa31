package io.wirewatch.dashboard.health;

import io.wirewatch.contract.Settings;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteBufferDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Offsets of topics that hold no record, counted from its first survey on: markers of transactions,
 * and what was aborted. For one thread.
 */
final class MarkerCount implements AutoCloseable {
  /* A stage commits ten times a second, and each transaction leaves a marker in each partition that it wrote to: where
   * little comes, half of all offsets are markers, and rates of offsets are twice those of records. So what has come
   * since the last survey is read, as bytes that nobody decodes. Of much that comes only the newest is read, and the rest
   * is taken to be like it; there markers are few. */
  private static final int MOST_OFFSETS = 300;
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration POLL = Duration.ofMillis(50);

  private final KafkaConsumer<ByteBuffer, ByteBuffer> consumer;
  private final Set<String> topics;
  private final Map<String, Double> markers = new HashMap<>();
  private @Nullable Survey previous;

  /** What is read of a partition. */
  record Stretch(TopicPartition partition, long from, long to) {}

  /** What was found in a topic: so many offsets, so many of them records. */
  private record Found(long offsets, long records) {
    Found and(Found more) {
      return new Found(offsets + more.offsets, records + more.records);
    }
  }

  /** Counts in these topics. */
  MarkerCount(Settings settings, Collection<String> topics) {
    this.consumer =
        RefusedRecords.consumer(
            settings.with(Map.of("fetch.max.wait.ms", "20", "fetch.max.bytes", "4194304")),
            "markers",
            new ByteBufferDeserializer());
    this.topics = Set.copyOf(topics);
  }

  /**
   * By topic, how many there have been, that survey's included.
   *
   * @throws KafkaException where the cluster does not answer; what came before that survey then
   *     counts as records
   */
  Map<String, Double> upTo(Survey survey) {
    Survey before = previous;
    previous = survey;
    if (before != null) {
      count(before, survey);
    }
    return Map.copyOf(markers);
  }

  private void count(Survey before, Survey now) {
    Map<String, Found> found = new HashMap<>();
    List<Stretch> stretches = stretches(before, now, topics);
    read(stretches).forEach((partition, part) -> found.merge(partition.topic(), part, Found::and));
    found.forEach(
        (topic, all) -> {
          if (all.offsets() > 0) {
            double share = 1 - Math.min(1, all.records() / (double) all.offsets());
            markers.merge(topic, share * now.since(before, topic, Survey::ends), Double::sum);
          }
        });
  }

  /** The newest of what has come to each partition; of all partitions of a topic not too much. */
  static List<Stretch> stretches(Survey before, Survey now, Set<String> topics) {
    List<Stretch> stretches = new ArrayList<>();
    now.ends()
        .forEach(
            (partition, end) -> {
              long from = before.ends().getOrDefault(partition, end);
              if (topics.contains(partition.topic()) && from < end) {
                long most = Math.max(1, MOST_OFFSETS / now.partitions(partition.topic()));
                stretches.add(new Stretch(partition, Math.max(from, end - most), end));
              }
            });
    return stretches;
  }

  private Map<TopicPartition, Found> read(List<Stretch> stretches) {
    if (stretches.isEmpty()) {
      return Map.of();
    }
    Map<TopicPartition, Long> ends =
        stretches.stream().collect(Collectors.toMap(Stretch::partition, Stretch::to));
    Map<TopicPartition, Long> records = new HashMap<>();
    consumer.assign(ends.keySet());
    stretches.forEach(stretch -> consumer.seek(stretch.partition(), stretch.from()));
    long last = System.nanoTime() + LOOK.toNanos();
    while (System.nanoTime() < last
        && stretches.stream().anyMatch(s -> consumer.position(s.partition()) < s.to())) {
      for (ConsumerRecord<?, ?> record : consumer.poll(POLL)) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        if (record.offset() < ends.getOrDefault(partition, 0L)) {
          records.merge(partition, 1L, Long::sum);
        }
      }
    }
    return stretches.stream()
        .collect(Collectors.toMap(Stretch::partition, stretch -> found(stretch, records)));
  }

  private Found found(Stretch stretch, Map<TopicPartition, Long> records) {
    long upTo = Math.min(stretch.to(), consumer.position(stretch.partition()));
    return new Found(
        Math.max(0, upTo - stretch.from()), records.getOrDefault(stretch.partition(), 0L));
  }

  @Override
  public void close() {
    consumer.close();
  }
}
