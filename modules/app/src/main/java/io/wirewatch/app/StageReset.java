package io.wirewatch.app;

import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topic;
import io.wirewatch.stage.StageSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Makes a stage forget: where it stands in its topic, and what it remembers. */
final class StageReset {
  private static final String RUNNING =
      "%s is running, or was until a moment ago: stop every instance; one that was killed is in the group until its session times out (45 s)";

  private final Admin admin;
  private final Settings settings;
  private final String stage;
  private final Topic<?> input;

  /**
   * The reset of one stage.
   *
   * @param stage its name in the cluster
   * @param input the topic that it reads
   */
  StageReset(Admin admin, Settings settings, String stage, Topic<?> input) {
    this.admin = admin;
    this.settings = settings;
    this.stage = stage;
    this.input = input;
  }

  /**
   * What would change; changes nothing.
   *
   * @param to where the stage is to go on; null for where it stands
   * @throws Refusal where an instance of the stage is running
   */
  ResetPlan plan(@Nullable OffsetSpec to) {
    refuseWhileRunning();
    Path local = Path.of(settings.value(StageSettings.STATE_DIRECTORY)).resolve(stage);
    return new ResetPlan(
        stage,
        input.name(),
        to == null ? new TreeMap<>() : moves(to),
        ownTopics(),
        Files.isDirectory(local) ? local : null);
  }

  /**
   * Does it. The offsets go first: the cluster refuses that where an instance has started since.
   * Interrupted, it can be done again.
   */
  void perform(ResetPlan plan) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    plan.offsets()
        .forEach(
            (partition, move) ->
                offsets.put(
                    new TopicPartition(plan.topic(), partition), new OffsetAndMetadata(move.to())));
    try {
      if (!offsets.isEmpty()) {
        Answer.of(admin.alterConsumerGroupOffsets(stage, offsets).all());
      }
    } catch (UnknownMemberIdException started) {
      throw new Refusal(RUNNING.formatted(stage), started);
    }
    Answer.of(admin.deleteTopics(plan.topics()).all());
    if (plan.directory() != null) {
      Scratch.delete(plan.directory());
    }
  }

  private void refuseWhileRunning() {
    Collection<GroupListing> groups = Answer.of(admin.listGroups().all());
    for (GroupListing group : groups) {
      boolean ours = group.groupId().equals(stage);
      if (ours && group.type().filter(GroupType.STREAMS::equals).isPresent()) {
        throw new Refusal(
            stage + " uses Kafka's streams groups: reset it with kafka-streams-groups.sh");
      }
      boolean still =
          group
              .groupState()
              .filter(state -> state == GroupState.EMPTY || state == GroupState.DEAD)
              .isPresent();
      if (ours && !still) {
        throw new Refusal(RUNNING.formatted(stage));
      }
    }
  }

  private SortedMap<Integer, ResetPlan.Move> moves(OffsetSpec to) {
    List<TopicPartition> partitions = partitions();
    Map<TopicPartition, OffsetAndMetadata> now =
        Answer.of(admin.listConsumerGroupOffsets(stage).partitionsToOffsetAndMetadata());
    Map<TopicPartition, Long> targets = offsets(partitions, to);
    Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
    SortedMap<Integer, ResetPlan.Move> moves = new TreeMap<>();
    for (TopicPartition partition : partitions) {
      OffsetAndMetadata from = now.get(partition);
      long target = targets.getOrDefault(partition, -1L);
      moves.put(
          partition.partition(),
          new ResetPlan.Move(
              from == null ? null : from.offset(),
              target >= 0 ? target : ends.getOrDefault(partition, 0L)));
    }
    return moves;
  }

  private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec) {
    Map<TopicPartition, OffsetSpec> wanted =
        partitions.stream().collect(Collectors.toMap(p -> p, p -> spec));
    Map<TopicPartition, ListOffsetsResultInfo> found =
        Answer.of(
            admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED)).all());
    return found.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
  }

  private List<TopicPartition> partitions() {
    try {
      return Answer.of(admin.describeTopics(List.of(input.name())).allTopicNames())
          .values()
          .stream()
          .flatMap(topic -> topic.partitions().stream())
          .map(info -> new TopicPartition(input.name(), info.partition()))
          .toList();
    } catch (UnknownTopicOrPartitionException none) {
      throw new Refusal("this cluster has no topic " + input.name() + ": nothing to reset", none);
    }
  }

  private SortedSet<String> ownTopics() {
    return Answer.of(admin.listTopics().names()).stream()
        .filter(name -> name.startsWith(stage + "-"))
        .filter(name -> name.endsWith("-changelog") || name.endsWith("-repartition"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
