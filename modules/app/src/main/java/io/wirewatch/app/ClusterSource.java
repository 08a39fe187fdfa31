package io.wirewatch.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import io.wirewatch.replay.Plan;
import io.wirewatch.replay.Scope;
import io.wirewatch.replay.history.History;
import io.wirewatch.replay.history.TopicHistory;
import io.wirewatch.replay.history.TopicRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A topic of a cluster. */
final class ClusterSource implements ReplaySource {
  private final Settings settings;
  private final Plan.Source kind;
  private final TopicRange range;
  private final Scope scope;

  private ClusterSource(Settings settings, Plan.Source kind, TopicRange range, Scope scope) {
    this.settings = settings;
    this.kind = kind;
    this.range = range;
    this.scope = scope;
  }

  /** What the topic has now of that scope. */
  static ClusterSource of(
      Settings settings, Plan.Source kind, Scope scope, Optional<Instant> takenBefore) {
    return new ClusterSource(
        settings, kind, range(settings, topic(kind), scope.earliest(), takenBefore), scope);
  }

  /** What a replay that stopped began to read. */
  static ClusterSource again(Settings settings, Plan.Source kind, Scope scope, ObjectNode plan) {
    SortedMap<Integer, TopicRange.Part> parts = new TreeMap<>();
    for (Map.Entry<String, JsonNode> part : plan.path("offsets").properties()) {
      parts.put(
          Integer.parseInt(part.getKey()),
          new TopicRange.Part(part.getValue().path(0).asLong(), part.getValue().path(1).asLong()));
    }
    TopicRange range = new TopicRange(topic(kind).name(), parts, List.of(), Optional.empty());
    return new ClusterSource(settings, kind, range, scope);
  }

  static TopicRange range(
      Settings settings, Topic<?> topic, Instant from, Optional<Instant> takenBefore) {
    Preflight.reach(settings);
    boolean isThere =
        Preflight.withBrokers(
            settings,
            admin -> {
              try {
                return admin.listTopics().names().get().contains(topic.name());
              } catch (java.util.concurrent.ExecutionException failed) {
                throw new org.apache.kafka.common.KafkaException(failed.getCause());
              } catch (InterruptedException stopped) {
                throw new org.apache.kafka.common.errors.InterruptException(stopped);
              }
            });
    if (!isThere) {
      throw new Refusal(
          "the cluster has no topic %s, or does not let us see it: give another cluster with --bootstrap-servers"
              .formatted(topic.name()));
    }
    return TopicRange.of(settings, topic, from, takenBefore);
  }

  @Override
  public Plan.Source kind() {
    return kind;
  }

  @Override
  public void describe(ObjectNode plan) {
    plan.put("topic", range.topic());
    ObjectNode offsets = plan.putObject("offsets");
    range
        .parts()
        .forEach(
            (partition, part) ->
                offsets.putArray(String.valueOf(partition)).add(part.from()).add(part.to()));
  }

  @Override
  public List<String> fixed() {
    return List.of("topic");
  }

  @Override
  public History open(Map<Integer, Long> positions) {
    return new TopicHistory(settings, range.after(positions));
  }

  @Override
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    range
        .oldest()
        .filter(oldest -> !scope.from().equals(Instant.MIN) && scope.earliest().isBefore(oldest))
        .ifPresent(
            oldest ->
                remarks.add(
                    "%s keeps what came since %s; what came before is not in these results"
                        .formatted(range.topic(), oldest)));
    if (range.size() == 0) {
      remarks.add("%s has no record in this range".formatted(range.topic()));
    }
    return remarks;
  }

  static Topic<?> topic(Plan.Source kind) {
    return kind == Plan.Source.RAW ? Topics.RAW_ARTICLES : Topics.ENRICHED_ARTICLES;
  }
}
