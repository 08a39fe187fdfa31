package io.wirewatch.dashboard.health;

import io.wirewatch.contract.Topics;
import io.wirewatch.why.Groups;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Surveys of one stage that reads a topic of one partition. */
final class Surveys {
  static final Groups GROUPS = new Groups("enrich-group", "incidents-group", "dispatch-group");
  static final WorkStage ENRICH = WorkStage.all(GROUPS, List.of()).get(0);
  static final TopicPartition RAW = new TopicPartition(Topics.RAW_ARTICLES.name(), 0);
  static final TopicPartition ENRICHED = new TopicPartition(Topics.ENRICHED_ARTICLES.name(), 0);

  private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");

  private Surveys() {}

  /** Somebody has read so far, and written as much, of a topic that ends there. */
  static Survey at(long second, long read, long end) {
    return of(second, Map.of(RAW, end, ENRICHED, read), working(Map.of(RAW, read)));
  }

  static Survey of(long second, Map<TopicPartition, Long> ends, Survey.Group enrich) {
    return new Survey(
        START.plusSeconds(second),
        List.of(RAW.topic(), ENRICHED.topic()),
        Map.of(RAW, 0L, ENRICHED, 0L),
        ends,
        Map.of(ENRICH.group(), enrich),
        Map.of());
  }

  static Survey.Group working(Map<TopicPartition, Long> committed) {
    return new Survey.Group(true, true, committed, Map.of(RAW, "enrich-1-consumer"));
  }
}
