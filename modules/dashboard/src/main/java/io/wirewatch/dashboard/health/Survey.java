package io.wirewatch.dashboard.health;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster said at one moment.
 *
 * @param topics those that are there, as an article goes; topics between the steps of a stage last
 * @param begins offset of the oldest record of each partition
 * @param ends offset behind the last committed record of each partition
 * @param groups by name, each of those that were asked for
 * @param markers by topic, how many offsets without a record have come since a time that is the
 *     same for all surveys; absent where they are not counted
 */
record Survey(
    Instant at,
    List<String> topics,
    Map<TopicPartition, Long> begins,
    Map<TopicPartition, Long> ends,
    Map<String, Group> groups,
    Map<String, Double> markers) {

  /**
   * A consumer group.
   *
   * @param known whether the cluster knows such a group
   * @param alive whether somebody is in it
   * @param committed what it will read next in each partition that it ever read
   * @param readers client id of who has each partition now
   */
  record Group(
      boolean known,
      boolean alive,
      Map<TopicPartition, Long> committed,
      Map<TopicPartition, String> readers) {

    static final Group NONE = new Group(false, false, Map.of(), Map.of());

    /** Client ids of those that have partitions. */
    Set<String> clients() {
      return Set.copyOf(readers.values());
    }
  }

  /**
   * How far a partition has been read.
   *
   * @param offset that is read next; null where nothing was read yet
   * @param lag offsets that are there and not read; never negative
   * @param member client id of who reads it; null where nobody does
   */
  record Reading(
      TopicPartition partition,
      @Nullable Long offset,
      long end,
      long lag,
      @Nullable String member) {}

  /** The same with markers. */
  Survey with(Map<String, Double> counted) {
    return new Survey(at, topics, begins, ends, groups, counted);
  }

  /** By how many records a topic has grown since an earlier survey; as far as that is known. */
  double recordsSince(Survey earlier, String topic) {
    double more = markers.getOrDefault(topic, 0.0) - earlier.markers.getOrDefault(topic, 0.0);
    return Math.max(0, since(earlier, topic, Survey::ends) - more);
  }

  /** The group with that name. */
  Group group(String name) {
    return groups.getOrDefault(name, Group.NONE);
  }

  /** How far a stage has read what waits for it, its input first, then by partition. */
  List<Reading> readings(WorkStage stage) {
    Group group = group(stage.group());
    return ends.keySet().stream()
        .filter(partition -> stage.waitsOn(partition.topic()))
        .sorted(
            Comparator.comparing((TopicPartition p) -> stage.isBetweenSteps(p.topic()))
                .thenComparing(TopicPartition::topic)
                .thenComparing(TopicPartition::partition))
        .map(partition -> reading(partition, group))
        .toList();
  }

  private Reading reading(TopicPartition partition, Group group) {
    Long offset = group.committed().get(partition);
    long end = ends.getOrDefault(partition, 0L);
    // What retention has taken away waits no more.
    long next = Math.max(offset == null ? 0 : offset, begins.getOrDefault(partition, 0L));
    String member = group.readers().get(partition);
    return new Reading(partition, offset, end, Math.max(0, end - next), member);
  }

  /** What waits for a stage, in offsets. */
  long lag(WorkStage stage) {
    return readings(stage).stream().mapToLong(Reading::lag).sum();
  }

  /** Offsets from the oldest record of a topic to its end. */
  long held(String topic) {
    return ends.entrySet().stream()
        .filter(end -> end.getKey().topic().equals(topic))
        .mapToLong(end -> Math.max(0, end.getValue() - begins.getOrDefault(end.getKey(), 0L)))
        .sum();
  }

  /** How many partitions a topic has. */
  int partitions(String topic) {
    return (int) ends.keySet().stream().filter(p -> p.topic().equals(topic)).count();
  }

  /**
   * By how many offsets a topic has gone on since an earlier survey; a partition that went back, or
   * was not known then, counts for nothing.
   */
  long since(Survey earlier, String topic, Function<Survey, Map<TopicPartition, Long>> offsets) {
    Map<TopicPartition, Long> before = offsets.apply(earlier);
    return offsets.apply(this).entrySet().stream()
        .filter(now -> now.getKey().topic().equals(topic))
        .filter(now -> before.containsKey(now.getKey()))
        .mapToLong(now -> Math.max(0, now.getValue() - before.getOrDefault(now.getKey(), 0L)))
        .sum();
  }
}
