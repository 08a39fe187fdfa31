package io.wirewatch.why;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the stages have read: by consumer group, the offset that each will read next in each
 * partition. What lies before it has been dealt with, and what came of it is committed.
 */
record Progress(Map<String, Map<TopicPartition, Long>> next) {
  /** What the names of all groups of stages begin with. */
  static final String GROUPS = "wirewatch-";

  /**
   * A group that reads a topic.
   *
   * @param next what it will read next in the partition that was asked about
   */
  record Reader(String group, long next) {}

  static Progress of(Admin admin) {
    List<String> groups =
        Answers.of(admin.listGroups().valid()).stream()
            .map(GroupListing::groupId)
            .filter(group -> group.startsWith(GROUPS))
            .toList();
    if (groups.isEmpty()) {
      return new Progress(Map.of());
    }
    Map<String, ListConsumerGroupOffsetsSpec> wanted =
        groups.stream().collect(Collectors.toMap(g -> g, g -> new ListConsumerGroupOffsetsSpec()));
    Map<String, Map<TopicPartition, Long>> next = new TreeMap<>();
    Answers.of(admin.listConsumerGroupOffsets(wanted).all())
        .forEach((group, offsets) -> next.put(group, numbers(offsets)));
    return new Progress(next);
  }

  private static Map<TopicPartition, Long> numbers(Map<TopicPartition, OffsetAndMetadata> offsets) {
    return offsets.entrySet().stream()
        .filter(offset -> offset.getValue() != null)
        .collect(Collectors.toMap(Map.Entry::getKey, offset -> offset.getValue().offset()));
  }

  /** The groups that read the topic of a record, with where they are in its partition. */
  Collection<Reader> readers(Place at) {
    TopicPartition partition = new TopicPartition(at.topic(), at.partition());
    return next.entrySet().stream()
        .filter(
            group -> group.getValue().keySet().stream().anyMatch(p -> p.topic().equals(at.topic())))
        .map(
            group ->
                new Reader(
                    group.getKey(),
                    Optional.ofNullable(group.getValue().get(partition)).orElse(0L)))
        .toList();
  }
}
