package io.wirewatch.why;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.utils.Utils;

/** Which partitions and offsets of topics may hold a record. */
final class Offsets {
  private final Admin admin;
  private final Map<String, Integer> partitions = new HashMap<>();

  /** Of these topics; those that are not there have no partitions. */
  Offsets(Admin admin, Collection<String> topics) {
    this.admin = admin;
    Map<String, KafkaFuture<TopicDescription>> described =
        admin.describeTopics(topics).topicNameValues();
    described.forEach(
        (topic, answer) -> {
          try {
            partitions.put(topic, Answers.of(answer).partitions().size());
          } catch (UnknownTopicOrPartitionException missing) {
            partitions.put(topic, 0);
          }
        });
  }

  /** How many partitions a topic has; 0 where it is not there. */
  int count(String topic) {
    return partitions.getOrDefault(topic, 0);
  }

  /** Every partition of every topic. */
  List<TopicPartition> partitions() {
    return partitions.keySet().stream()
        .flatMap(topic -> all(topic).stream().map(number -> new TopicPartition(topic, number)))
        .toList();
  }

  /** Every partition of a topic. */
  Set<Integer> all(String topic) {
    return IntStream.range(0, count(topic)).boxed().collect(Collectors.toCollection(TreeSet::new));
  }

  /** Where Kafka's own clients put records with one of these keys. */
  Set<Integer> homes(String topic, Collection<String> keys) {
    int count = count(topic);
    return count == 0
        ? Set.of()
        : keys.stream()
            .map(key -> Utils.murmur2(key.getBytes(StandardCharsets.UTF_8)))
            .map(hash -> Utils.toPositive(hash) % count)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What those partitions have that the broker took since then, to the last committed record. */
  List<Stretch> since(String topic, Collection<Integer> numbers, Instant since) {
    List<TopicPartition> asked =
        numbers.stream().map(number -> new TopicPartition(topic, number)).toList();
    OffsetSpec begin =
        since.isAfter(Instant.EPOCH)
            ? OffsetSpec.forTimestamp(since.toEpochMilli())
            : OffsetSpec.earliest();
    Map<TopicPartition, ListOffsetsResultInfo> begins = ask(asked, begin);
    Map<TopicPartition, ListOffsetsResultInfo> ends = ask(asked, OffsetSpec.latest());
    List<Stretch> stretches = new ArrayList<>();
    for (TopicPartition partition : asked) {
      ListOffsetsResultInfo from = begins.get(partition);
      ListOffsetsResultInfo to = ends.get(partition);
      // Where nothing was taken since then, there is no such offset.
      if (from != null && to != null && from.offset() >= 0 && from.offset() < to.offset()) {
        stretches.add(new Stretch(partition, from.offset(), to.offset()));
      }
    }
    return stretches;
  }

  private Map<TopicPartition, ListOffsetsResultInfo> ask(
      List<TopicPartition> partitions, OffsetSpec spec) {
    return partitions.isEmpty()
        ? Map.of()
        : Answers.of(
            admin
                .listOffsets(
                    partitions.stream().collect(Collectors.toMap(p -> p, p -> spec)),
                    new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all());
  }
}
