package io.wirewatch.app;

import io.wirewatch.contract.Cluster;
import io.wirewatch.contract.ClusterTopics;
import io.wirewatch.contract.FoundTopic;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which topics there should be, and how. */
final class TopicOptions {
  private static final int MOST_PARTITIONS = 10_000;

  @Mixin private ClusterOptions cluster = new ClusterOptions();
  @Mixin private RulesOption rules = new RulesOption();

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description =
          "Of topics that articles and alerts flow through (default: 6 for articles, 3 for alerts).")
  private @Nullable Integer partitions;

  @Option(
      names = "--replication",
      paramLabel = "N",
      description = "Copies of each partition (default: the cluster's own).")
  private @Nullable Short replication;

  @Option(
      names = "--retention",
      paramLabel = "DURATION",
      description =
          "How long records are kept, as in P30D (default: 30 days, alerts 90; rules for ever).")
  private @Nullable String retention;

  Settings settings() {
    return cluster.settings();
  }

  ClusterTopics topics(Admin admin) {
    return new ClusterTopics(admin, settings().value(Cluster.MOST_PARTITIONS));
  }

  /** Every topic as it is wished for, beside what the cluster has; in the article's order. */
  List<TopicComparison> compare(ClusterTopics topics, TopicWish wish) {
    List<Topic<?>> all = Topics.all(rules.load().routes());
    Map<String, FoundTopic> found = topics.found(all);
    return all.stream()
        .<TopicComparison>map(t -> new TopicComparison(t, wish, found.get(t.name())))
        .toList();
  }

  /**
   * What the user said.
   *
   * @throws Refusal where that cannot be
   */
  TopicWish wish() {
    if (partitions != null && (partitions < 1 || partitions > MOST_PARTITIONS)) {
      throw new Refusal("--partitions takes 1 to " + MOST_PARTITIONS);
    }
    if (replication != null && replication < 1) {
      throw new Refusal("--replication takes 1 or more, and no more than there are brokers");
    }
    return new TopicWish(
        partitions, replication, kept(), settings().value(Cluster.MOST_PARTITIONS));
  }

  private @Nullable Duration kept() {
    if (retention == null) {
      return null;
    }
    try {
      Duration kept = Duration.parse(retention);
      if (kept.toMillis() > 0) {
        return kept;
      }
    } catch (DateTimeException | ArithmeticException wrong) {
      throw new Refusal("--retention takes a duration above zero, as in P30D or PT12H", wrong);
    }
    throw new Refusal("--retention takes a duration above zero, as in P30D or PT12H");
  }
}
