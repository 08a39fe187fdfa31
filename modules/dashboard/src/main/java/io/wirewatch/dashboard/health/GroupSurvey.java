package io.wirewatch.dashboard.health;

import io.wirewatch.why.Answers;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Asks a cluster about consumer groups. */
final class GroupSurvey {
  /* Whether somebody is in a group says the list of groups, whatever kind of group it is; who has which partition is
   * known of consumer groups only. */
  private GroupSurvey() {}

  /**
   * The groups with these names, those that the cluster does not know among them.
   *
   * @throws KafkaException where the cluster does not answer or refuses
   */
  static Map<String, Survey.Group> of(Admin admin, Collection<String> names) {
    Map<String, KafkaFuture<Map<TopicPartition, OffsetAndMetadata>>> committed = new HashMap<>();
    for (String name : names) {
      committed.put(name, admin.listConsumerGroupOffsets(name).partitionsToOffsetAndMetadata());
    }
    var members = admin.describeConsumerGroups(names).describedGroups();
    Map<String, Boolean> alive =
        Answers.of(admin.listGroups().all()).stream()
            .collect(
                Collectors.toMap(GroupListing::groupId, GroupSurvey::isAlive, Boolean::logicalOr));
    Map<String, Survey.Group> found = new HashMap<>();
    committed.forEach(
        (name, offsets) ->
            found.put(
                name,
                new Survey.Group(
                    alive.containsKey(name),
                    alive.getOrDefault(name, false),
                    committed(offsets),
                    readers(Objects.requireNonNull(members.get(name))))));
    return found;
  }

  private static boolean isAlive(GroupListing group) {
    return group
        .groupState()
        .filter(state -> state != GroupState.EMPTY && state != GroupState.DEAD)
        .isPresent();
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
      // It never was, or is no consumer group.
      readers.clear();
    }
    return readers;
  }
}
