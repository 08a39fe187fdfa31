package io.wirewatch.app;

import io.wirewatch.contract.Topic;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a user wants topics to be, beside what the catalogue says.
 *
 * @param partitions of topics that articles and alerts flow through; null for the catalogue's
 * @param replication copies of each partition; null for the cluster's default
 * @param retention how long records are kept that are not kept for ever; null for the catalogue's
 * @param most no more partitions than this where their number is not said
 */
record TopicWish(
    @Nullable Integer partitions,
    @Nullable Short replication,
    @Nullable Duration retention,
    int most) {

  /**
   * That topic as it is wanted. Those with one partition keep it: what is set aside is little, and
   * rules are read in order.
   */
  Topic<?> of(Topic<?> topic) {
    int count = partitions == null ? Math.min(topic.partitions(), most) : partitions;
    Topic<?> wanted = topic.partitions() == 1 ? topic : topic.partitions(count);
    return retention == null || topic.retention() == null ? wanted : wanted.retention(retention);
  }

  /** Whether the number of that topic's partitions was said. */
  boolean saysPartitions(Topic<?> topic) {
    return partitions != null && topic.partitions() > 1;
  }

  /** Whether it was said for how long that topic keeps records. */
  boolean saysRetention(Topic<?> topic) {
    return retention != null && topic.retention() != null;
  }
}
