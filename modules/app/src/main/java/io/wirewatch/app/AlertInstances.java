package io.wirewatch.app;

import io.wirewatch.alert.AlertConfig;
import io.wirewatch.alert.RuleTopic;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** The instances of the alert stage that are in its group now. */
final class AlertInstances {
  private AlertInstances() {}

  /** What an instance runs, and where. */
  record Instance(String hash, String host) {}

  /** Those that said what they run, by name; the topic has been read to its end. */
  static SortedMap<String, Instance> of(Admin admin, RuleTopic topic) {
    List<MemberDescription> members = members(admin);
    SortedMap<String, Instance> instances = new TreeMap<>();
    topic
        .running()
        .forEach(
            (name, hash) ->
                members.stream()
                    .filter(member -> member.clientId().startsWith(name))
                    .findFirst()
                    .ifPresent(member -> instances.put(name, new Instance(hash, host(member)))));
    return instances;
  }

  /** As the cluster knows it, without the slash that Kafka puts in front. */
  private static String host(MemberDescription member) {
    return member.host().startsWith("/") ? member.host().substring(1) : member.host();
  }

  private static List<MemberDescription> members(Admin admin) {
    try {
      return Answer.of(admin.describeConsumerGroups(List.of(AlertConfig.NAME)).all())
          .values()
          .stream()
          .flatMap(group -> group.members().stream())
          .toList();
    } catch (GroupIdNotFoundException none) {
      return List.of();
    }
  }
}
