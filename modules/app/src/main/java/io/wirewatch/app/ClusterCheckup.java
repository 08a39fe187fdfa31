package io.wirewatch.app;

import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.utils.AppInfoParser;
import org.apache.kafka.server.common.MetadataVersion;

/** How brokers and topics are. */
final class ClusterCheckup {
  private static final String TOPICS = "topics";

  private final Admin admin;

  ClusterCheckup(Admin admin) {
    this.admin = admin;
  }

  List<Finding> brokers() {
    DescribeClusterResult cluster = admin.describeCluster();
    int count = Answer.of(cluster.nodes()).size();
    return List.of(
        Finding.well(
            "brokers",
            "%d answer%s, cluster %s"
                .formatted(count, count == 1 ? "s" : "", Answer.of(cluster.clusterId()))));
  }

  List<Finding> versions() {
    Map<String, FinalizedVersionRange> features =
        Answer.of(admin.describeFeatures().featureMetadata()).finalizedFeatures();
    FinalizedVersionRange metadata = features.get(MetadataVersion.FEATURE_NAME);
    return List.of(
        Finding.well(
            "versions",
            "Kafka's client %s, Java %s, the cluster's metadata %s"
                .formatted(
                    AppInfoParser.getVersion(),
                    Runtime.version().feature(),
                    metadata == null ? "unknown" : version(metadata.maxVersionLevel()))));
  }

  /** Whether they are there, each partition with a leader and all its copies in step. */
  List<Finding> topics(Collection<Topic<?>> wanted) {
    Set<String> present = Answer.of(admin.listTopics().names());
    Set<String> missing = new TreeSet<>();
    List<String> there = new ArrayList<>();
    wanted.forEach(t -> (present.contains(t.name()) ? there : missing).add(t.name()));
    List<Finding> ill = new ArrayList<>();
    if (!missing.isEmpty()) {
      ill.add(
          Finding.ill(
              TOPICS,
              "not there, or not to be seen: " + String.join(", ", missing),
              "'wirewatch topics create' makes them; docs/security.md lists the rights"));
    }
    Answer.of(admin.describeTopics(there).allTopicNames())
        .values()
        .forEach(topic -> ill.addAll(troubles(topic)));
    return ill.isEmpty()
        ? List.of(Finding.well(TOPICS, there.size() + " are there, every copy in step"))
        : ill;
  }

  private static List<Finding> troubles(TopicDescription topic) {
    List<Finding> ill = new ArrayList<>();
    String headless = numbers(topic, partition -> partition.leader() == null);
    String behind =
        numbers(topic, partition -> partition.isr().size() < partition.replicas().size());
    if (!headless.isEmpty()) {
      ill.add(
          Finding.ill(
              TOPICS,
              "%s has no leader for partition %s".formatted(topic.name(), headless),
              "start the brokers that have its copies"));
    } else if (!behind.isEmpty()) {
      ill.add(
          Finding.ill(
              TOPICS,
              "%s lacks copies in step of partition %s".formatted(topic.name(), behind),
              "see which broker is down or slow"));
    }
    if (topic.name().equals(Topics.RULES.name()) && topic.partitions().size() != 1) {
      ill.add(
          Finding.ill(
              TOPICS,
              "%s has %d partitions".formatted(topic.name(), topic.partitions().size()),
              "make it anew with one: only the first is read"));
    }
    return ill;
  }

  private static String numbers(TopicDescription topic, Predicate<TopicPartitionInfo> such) {
    return topic.partitions().stream()
        .filter(such)
        .map(partition -> Integer.toString(partition.partition()))
        .collect(Collectors.joining(", "));
  }

  private static String version(short level) {
    try {
      return MetadataVersion.fromFeatureLevel(level).version();
    } catch (IllegalArgumentException newer) {
      return "level " + level;
    }
  }
}
