package io.wirewatch.dashboard.health;

import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import io.wirewatch.why.Answers;
import io.wirewatch.why.Groups;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
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
    Map<String, Survey.Group> found =
        GroupSurvey.of(admin, stages.stream().map(WorkStage::group).toList());
    List<TopicPartition> partitions = partitions(topics);
    Map<TopicPartition, Long> begins = offsets(partitions, OffsetSpec.earliest());
    Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
    return new Survey(clock.instant(), topics, begins, ends, found, Map.of());
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
    List<TopicPartition> partitions = new ArrayList<>();
    admin
        .describeTopics(topics)
        .topicNameValues()
        .forEach((topic, described) -> partitions.addAll(partitions(topic, described)));
    return partitions;
  }

  private static List<TopicPartition> partitions(
      String topic, KafkaFuture<TopicDescription> described) {
    try {
      return Answers.of(described).partitions().stream()
          .map(info -> new TopicPartition(topic, info.partition()))
          .toList();
    } catch (UnknownTopicOrPartitionException deleted) {
      // Just now: the next survey does not ask for it.
      return List.of();
    }
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

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(1));
  }
}
