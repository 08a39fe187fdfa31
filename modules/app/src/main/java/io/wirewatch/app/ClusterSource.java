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
  private static final String LEADERLESS = "withoutLeader";
  private static final String ID = "topicId";

  private final ClusterTopic topic;
  private final Question question;
  private final TopicRange range;

  private ClusterSource(ClusterTopic topic, Question question, TopicRange range) {
    this.topic = topic;
    this.question = question;
    this.range = range;
  }

  /** What is asked for of a topic; what brokers took from {@code takenBefore} on is left out. */
  record Question(Plan.Source kind, Scope scope, Optional<Instant> takenBefore) {
    private ClusterTopic topic(Settings settings) {
      return ClusterTopic.of(settings, ClusterSource.topic(kind));
    }

    private TopicRange range(ClusterTopic topic) {
      return topic.range(scope.earliest(), takenBefore);
    }
  }

  /** What the topic has now of what is asked for. */
  static ClusterSource of(Settings settings, Question question) {
    ClusterTopic topic = question.topic(settings);
    return new ClusterSource(topic, question, question.range(topic));
  }

  /** What a replay that stopped began to read, and partitions that had no leader then. */
  static ClusterSource again(Settings settings, Question question, ObjectNode plan) {
    SortedMap<Integer, TopicRange.Part> parts = new TreeMap<>();
    for (Map.Entry<String, JsonNode> part : plan.path("offsets").properties()) {
      parts.put(
          Integer.parseInt(part.getKey()),
          new TopicRange.Part(part.getValue().path(0).asLong(), part.getValue().path(1).asLong()));
    }
    List<Integer> leaderless = new ArrayList<>();
    plan.path(LEADERLESS).forEach(partition -> leaderless.add(partition.asInt()));
    ClusterTopic topic = question.topic(settings);
    TopicRange begun = new TopicRange(topic.topic().name(), parts, leaderless, Optional.empty());
    if (plan.has(ID) && !plan.path(ID).asText().equals(topic.id())) {
      throw new Refusal(
          "%s is not the topic that the replay that stopped has read, it was made anew: begin anew without --resume in another directory"
              .formatted(begun.topic()));
    }
    TopicRange found = leaderless.isEmpty() ? begun : begun.found(question.range(topic));
    return new ClusterSource(topic, question, found);
  }

  @Override
  public Plan.Source kind() {
    return question.kind;
  }

  @Override
  public void describe(ObjectNode plan) {
    plan.put("topic", range.topic());
    plan.put(ID, topic.id());
    ObjectNode offsets = plan.putObject("offsets");
    range
        .parts()
        .forEach(
            (partition, part) ->
                offsets.putArray(String.valueOf(partition)).add(part.from()).add(part.to()));
    if (!range.missing().isEmpty()) {
      range.missing().forEach(plan.putArray(LEADERLESS)::add);
    }
  }

  @Override
  public List<String> fixed() {
    return List.of("topic");
  }

  @Override
  public History open(Map<Integer, Long> positions) {
    return new TopicHistory(topic.settings(), range.after(positions));
  }

  @Override
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    range
        .oldest()
        .filter(this::isAskedBefore)
        .ifPresent(
            oldest ->
                remarks.add(
                    "%s keeps what came since %s; what came before is not in these results"
                        .formatted(range.topic(), oldest)));
    if (range.size() == 0 && range.missing().isEmpty()) {
      remarks.add("%s has no record in this range".formatted(range.topic()));
    }
    return remarks;
  }

  private boolean isAskedBefore(Instant oldest) {
    return !question.scope.from().equals(Instant.MIN) && question.scope.earliest().isBefore(oldest);
  }

  static Topic<?> topic(Plan.Source kind) {
    return kind == Plan.Source.RAW ? Topics.RAW_ARTICLES : Topics.ENRICHED_ARTICLES;
  }
}
