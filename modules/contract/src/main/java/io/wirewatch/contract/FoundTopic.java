package io.wirewatch.contract;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;

/**
 * A topic as a cluster has it.
 *
 * @param partitions how many
 * @param replication copies of the partition that has the fewest
 * @param configs its settings, the broker's defaults among them, under the broker's names
 */
public record FoundTopic(int partitions, int replication, Map<String, String> configs) {

  static FoundTopic of(TopicDescription shape, Config config) {
    Map<String, String> configs = new TreeMap<>();
    config.entries().stream()
        .filter(entry -> entry.value() != null)
        .forEach(entry -> configs.put(entry.name(), entry.value()));
    return new FoundTopic(
        shape.partitions().size(),
        shape.partitions().stream().mapToInt(one -> one.replicas().size()).min().orElse(0),
        configs);
  }
}
