package io.wirewatch.replay.history;

import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What is read of a topic, as offsets, so that the same can be read again.
 *
 * @param parts by partition; those without records are there too
 * @param missing partitions that no broker leads
 * @param oldest when the broker took the oldest record that it keeps; empty where there is none
 */
public record TopicRange(
    String topic, SortedMap<Integer, Part> parts, List<Integer> missing, Optional<Instant> oldest) {
  /* No article is dated more than a day ahead of when the broker took it (EventTime sees to that), so what came more than a
   * day before a time is all before it. The other way round there is no bound: an article of last year may come today. So a
   * range is read from a day before its beginning to the end of the topic, or to where the user says. */
  private static final Duration MOST_AHEAD = Duration.ofDays(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * Offsets of a partition.
   *
   * @param from the first
   * @param to behind the last
   */
  public record Part(long from, long to) {
    /** How many there are at most. */
    public long size() {
      return Math.max(0, to - from);
    }
  }

  /**
   * The offsets of a topic that may hold articles of a time.
   *
   * @param from their event time
   * @param takenBefore what the broker took from then on is left out
   */
  public static TopicRange of(
      Settings settings, Topic<?> topic, Instant from, Optional<Instant> takenBefore) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(settings)) {
      List<PartitionInfo> all = consumer.partitionsFor(topic.name(), PATIENCE);
      List<TopicPartition> led =
          all.stream()
              .filter(info -> info.leader() != null && !info.leader().isEmpty())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      Map<TopicPartition, Long> begins = consumer.beginningOffsets(led, PATIENCE);
      Map<TopicPartition, Long> ends = consumer.endOffsets(led, PATIENCE);
      Map<TopicPartition, OffsetAndTimestamp> starts =
          at(consumer, led, from.equals(Instant.MIN) ? Instant.EPOCH : from.minus(MOST_AHEAD));
      Map<TopicPartition, OffsetAndTimestamp> stops =
          takenBefore.map(time -> at(consumer, led, time)).orElse(Map.of());
      SortedMap<Integer, Part> parts = new TreeMap<>();
      for (TopicPartition partition : led) {
        long end = ends.getOrDefault(partition, 0L);
        long begin = begins.getOrDefault(partition, 0L);
        OffsetAndTimestamp start = starts.get(partition);
        OffsetAndTimestamp stop = stops.get(partition);
        parts.put(
            partition.partition(),
            new Part(
                from.equals(Instant.MIN) ? begin : start == null ? end : start.offset(),
                stop == null ? end : Math.min(end, stop.offset())));
      }
      return new TopicRange(
          topic.name(), parts, missing(all), oldest(at(consumer, led, Instant.EPOCH)));
    }
  }

  /** The same, where some of it was read before. */
  public TopicRange after(Map<Integer, Long> positions) {
    SortedMap<Integer, Part> rest = new TreeMap<>(parts);
    rest.replaceAll(
        (partition, part) ->
            new Part(Math.max(part.from(), positions.getOrDefault(partition, 0L)), part.to()));
    return new TopicRange(topic, rest, missing, oldest);
  }

  /**
   * The same with those of its missing partitions that have a leader by now.
   *
   * @param now the range of such a topic that was found later
   */
  public TopicRange found(TopicRange now) {
    SortedMap<Integer, Part> all = new TreeMap<>(parts);
    now.parts().entrySet().stream()
        .filter(part -> missing.contains(part.getKey()))
        .forEach(part -> all.put(part.getKey(), part.getValue()));
    List<Integer> rest = missing.stream().filter(partition -> !all.containsKey(partition)).toList();
    return new TopicRange(topic, all, rest, oldest);
  }

  /** How many records there are, roughly: markers of transactions are among them. */
  public long size() {
    return parts.values().stream().mapToLong(Part::size).sum();
  }

  static KafkaConsumer<byte[], byte[]> consumer(Settings settings) {
    // It belongs to no group: nothing of the live stages is touched, whatever the settings say.
    Map<String, Object> config = settings.asReaderConfig();
    config.put("auto.offset.reset", "none");
    config.put("max.poll.records", "2000");
    config.put("fetch.min.bytes", "65536");
    // What is asked for is there already: a fetch that waits for more would hold up the end.
    config.put("fetch.max.wait.ms", "20");
    config.put("max.partition.fetch.bytes", "4194304");
    config.put("fetch.max.bytes", "16777216");
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  static long oldest(
      KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, Duration patience) {
    return consumer.beginningOffsets(Set.of(partition), patience).getOrDefault(partition, 0L);
  }

  private static Map<TopicPartition, OffsetAndTimestamp> at(
      KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions, Instant time) {
    Map<TopicPartition, Long> times = new LinkedHashMap<>();
    partitions.forEach(partition -> times.put(partition, Math.max(0, time.toEpochMilli())));
    return consumer.offsetsForTimes(times, PATIENCE).entrySet().stream()
        .filter(found -> found.getValue() != null)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static List<Integer> missing(List<PartitionInfo> all) {
    return all.stream()
        .filter(info -> info.leader() == null || info.leader().isEmpty())
        .map(PartitionInfo::partition)
        .sorted()
        .toList();
  }

  private static Optional<Instant> oldest(Map<TopicPartition, OffsetAndTimestamp> firsts) {
    return firsts.values().stream()
        .map(first -> Instant.ofEpochMilli(first.timestamp()))
        .min(Instant::compareTo);
  }
}
