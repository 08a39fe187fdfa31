package io.wirewatch.why;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * How far the stages have read.
 *
 * @param next by consumer group, the offset that it will read next in each partition; what lies
 *     before it has been dealt with, and what came of it is committed
 */
record Progress(Groups groups, Map<String, Map<TopicPartition, Long>> next) {

  /**
   * A stage that reads a topic.
   *
   * @param next what it will read next in the partition that was asked about
   */
  record Reader(String group, long next) {}

  /**
   * Of these topics, where stages read them. Of no others is asked, such as those between the steps
   * of a stage: they are nothing to who asks, who may not even be allowed to see them.
   */
  static Progress of(Admin admin, Groups groups, Offsets offsets) {
    Map<String, Collection<TopicPartition>> read = new HashMap<>();
    offsets
        .partitions()
        .forEach(
            partition ->
                groups
                    .reading(partition.topic())
                    .ifPresent(
                        group ->
                            read.computeIfAbsent(group, unseen -> new ArrayList<>())
                                .add(partition)));
    Map<String, KafkaFuture<Map<TopicPartition, OffsetAndMetadata>>> asked = new HashMap<>();
    read.forEach((group, partitions) -> asked.put(group, ask(admin, group, partitions)));
    Map<String, Map<TopicPartition, Long>> next = new HashMap<>();
    asked.forEach((group, answer) -> next.put(group, numbers(answer)));
    return new Progress(groups, next);
  }

  private static KafkaFuture<Map<TopicPartition, OffsetAndMetadata>> ask(
      Admin admin, String group, Collection<TopicPartition> partitions) {
    return admin
        .listConsumerGroupOffsets(
            Map.of(group, new ListConsumerGroupOffsetsSpec().topicPartitions(partitions)))
        .partitionsToOffsetAndMetadata(group);
  }

  private static Map<TopicPartition, Long> numbers(
      KafkaFuture<Map<TopicPartition, OffsetAndMetadata>> answer) {
    Map<TopicPartition, Long> numbers = new HashMap<>();
    try {
      Answers.of(answer)
          .forEach(
              (partition, offset) -> {
                if (offset != null) {
                  numbers.put(partition, offset.offset());
                }
              });
    } catch (GroupIdNotFoundException never) {
      // The stage never ran.
      numbers.clear();
    }
    return numbers;
  }

  /** The stage that reads the topic of a record; empty where it never has. */
  Optional<Reader> reader(Place at) {
    TopicPartition partition = new TopicPartition(at.topic(), at.partition());
    return groups
        .reading(at.topic())
        .filter(
            group ->
                next.getOrDefault(group, Map.of()).keySet().stream()
                    .anyMatch(read -> read.topic().equals(at.topic())))
        .map(
            group ->
                new Reader(group, next.getOrDefault(group, Map.of()).getOrDefault(partition, 0L)));
  }
}
