package io.wirewatch.dashboard.health;

import io.wirewatch.alert.AlertConfig;
import io.wirewatch.contract.Topics;
import io.wirewatch.why.Groups;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A stage that is watched.
 *
 * @param name under which operators know it
 * @param group its consumer group, and the front of the names of its own topics
 * @param reads the topic that it reads
 * @param writes topics that it writes; the first is what comes of what it reads, and is written by
 *     no other
 */
record WorkStage(String name, String group, String reads, List<String> writes) {

  /** All of them, as an article goes; {@code routes} are topics of routes. */
  static List<WorkStage> all(Groups groups, Collection<String> routes) {
    return List.of(
        new WorkStage(
            "enrich",
            groups.enrich(),
            Topics.RAW_ARTICLES.name(),
            List.of(Topics.ENRICHED_ARTICLES.name(), Topics.REJECTED_ARTICLES.name())),
        new WorkStage(
            "alert",
            AlertConfig.NAME,
            Topics.ENRICHED_ARTICLES.name(),
            Stream.concat(Stream.of(Topics.ALERTS.name()), routes.stream()).toList()),
        new WorkStage(
            "incidents",
            groups.incidents(),
            Topics.ALERTS.name(),
            List.of(Topics.INCIDENTS.name())),
        new WorkStage(
            "deliver",
            groups.dispatch(),
            Topics.INCIDENTS.name(),
            List.of(Topics.DELIVERIES.name(), Topics.FAILED_DELIVERIES.name())));
  }

  /** The topics on which articles become news: what stages read, and what comes of it. */
  static Set<String> way(Groups groups) {
    return all(groups, List.of()).stream()
        .flatMap(stage -> Stream.of(stage.reads(), stage.writes().get(0)))
        .collect(Collectors.toSet());
  }

  /** Whether what lies on that topic waits for this stage: its input, or work between its steps. */
  boolean waitsOn(String topic) {
    return topic.equals(reads) || isBetweenSteps(topic);
  }

  /** Whether it hands that topic from one of its steps to another. */
  boolean isBetweenSteps(String topic) {
    return topic.startsWith(group + "-") && topic.endsWith("-repartition");
  }
}
