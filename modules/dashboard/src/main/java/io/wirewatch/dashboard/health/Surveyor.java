package io.wirewatch.dashboard.health;

import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import io.wirewatch.why.Answers;
import io.wirewatch.why.Groups;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks a cluster how its stages are; changes nothing. */
final class Surveyor implements AutoCloseable {
  private final Admin admin;
  private final Clock clock;
  private final Groups groups;

  Surveyor(Settings settings, Clock clock, Groups groups) {
    this.admin = Admin.create(settings.asClientConfig());
    this.clock = clock;
    this.groups = groups;
  }

  /**
   * How it is now.
   *
   * @throws KafkaException where the cluster does not answer or refuses
   */
  Survey survey() {
    Set<String> there = Answers.of(admin.listTopics().names());
    List<String> routes = there.stream().filter(this::isOfRoute).sorted().toList();
    List<WorkStage> stages = WorkStage.all(groups, routes);
    List<String> topics =
        Stream.concat(
                Topics.all(routes.stream().map(this::route).toList()).stream().map(Topic::name),
                there.stream().filter(isBetweenStepsOf(stages)).sorted())
            .filter(there::contains)
            .toList();
    // Groups first: what comes between the questions is then counted as waiting, not as read
    // before it was there.
    Map<String, Survey.Group> found = groups(stages.stream().map(WorkStage::group).toList());
    List<TopicPartition> partitions = partitions(topics);
    Map<TopicPartition, Long> begins = offsets(partitions, OffsetSpec.earliest());
    Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
    return new Survey(clock.instant(), topics, begins, ends, found);
  }

  private boolean isOfRoute(String topic) {
    return topic.startsWith(Topics.ROUTES);
  }

  private String route(String topic) {
    return topic.substring(Topics.ROUTES.length());
  }

  private static Predicate<String> isBetweenStepsOf(List<WorkStage> stages) {
    return topic -> stages.stream().anyMatch(stage -> stage.isBetweenSteps(topic));
  }

  private List<TopicPartition> partitions(List<String> topics) {
    Map<String, KafkaFuture<TopicDescription>> described =
        admin.describeTopics(topics).topicNameValues();
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : topics) {
      try {
        Answers.of(described.get(topic))
            .partitions()
            .forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
      } catch (UnknownTopicOrPartitionException deleted) {
        // Just now: the next survey does not ask for it.
        continue;
      }
    }
    return partitions;
  }

  private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec) {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    if (!partitions.isEmpty()) {
      Map<TopicPartition, OffsetSpec> asked =
          partitions.stream().collect(Collectors.toMap(p -> p, p -> spec));
      Answers.of(
              admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED)).all())
          .forEach((partition, found) -> offsets.put(partition, found.offset()));
    }
    return offsets;
  }

  private Map<String, Survey.Group> groups(Collection<String> names) {
    Map<String, KafkaFuture<Map<TopicPartition, OffsetAndMetadata>>> committed = new HashMap<>();
    for (String name : names) {
      committed.put(name, admin.listConsumerGroupOffsets(name).partitionsToOffsetAndMetadata());
    }
    Map<String, KafkaFuture<ConsumerGroupDescription>> members =
        admin.describeConsumerGroups(names).describedGroups();
    Set<String> known = new HashSet<>();
    Set<String> alive = new HashSet<>();
    for (GroupListing group : Answers.of(admin.listGroups().all())) {
      known.add(group.groupId());
      if (group.groupState().filter(Surveyor::isAlive).isPresent()) {
        alive.add(group.groupId());
      }
    }
    Map<String, Survey.Group> found = new HashMap<>();
    for (String name : names) {
      found.put(
          name,
          new Survey.Group(
              known.contains(name),
              alive.contains(name),
              committed(committed.get(name)),
              readers(members.get(name))));
    }
    return found;
  }

  private static boolean isAlive(GroupState state) {
    return state != GroupState.EMPTY && state != GroupState.DEAD && state != GroupState.UNKNOWN;
  }

  private static Map<TopicPartition, Long> committed(
      KafkaFuture<Map<TopicPartition, OffsetAndMetadata>> answer) {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    try {
      Answers.of(answer)
          .forEach(
              (partition, offset) -> {
                if (offset != null) {
                  offsets.put(partition, offset.offset());
                }
              });
    } catch (GroupIdNotFoundException never) {
      // The stage never ran.
      offsets.clear();
    }
    return offsets;
  }

  private static Map<TopicPartition, String> readers(KafkaFuture<ConsumerGroupDescription> answer) {
    Map<TopicPartition, String> readers = new HashMap<>();
    try {
      for (MemberDescription member : Answers.of(answer).members()) {
        member
            .assignment()
            .topicPartitions()
            .forEach(partition -> readers.put(partition, member.clientId()));
      }
    } catch (GroupIdNotFoundException none) {
      // It never was, or is one of Kafka's streams groups, whose members are described otherwise.
      readers.clear();
    }
    return readers;
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(1));
  }
}
