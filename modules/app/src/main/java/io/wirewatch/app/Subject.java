package io.wirewatch.app;

import io.wirewatch.AlertedArticle;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.SeenArticle;
import io.wirewatch.StoryOfArticle;
import io.wirewatch.StoryStart;
import io.wirewatch.alert.AlertConfig;
import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import io.wirewatch.enrich.EnrichConfig;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What a registry keeps for one topic: the schema of its values. */
record Subject(String name, Schema schema) {

  /** Those of every topic, and of what the stages remember; in the article's order. */
  static List<Subject> all(Collection<String> routes) {
    return Stream.concat(
            Topics.all(routes).stream().flatMap(Subject::of),
            Stream.of(
                of(EnrichConfig.CHANGELOG, SeenArticle.getClassSchema()),
                of(EnrichConfig.REPARTITION, EnrichedArticle.getClassSchema()),
                of(EnrichConfig.STORY_STARTS, StoryStart.getClassSchema()),
                of(EnrichConfig.STORY_COPIES, StoryOfArticle.getClassSchema()),
                of(AlertConfig.CHANGELOG, AlertedArticle.getClassSchema())))
        .toList();
  }

  private static Stream<Subject> of(Topic<?> topic) {
    Class<?> value = topic.value();
    return isRecord(value)
        ? Stream.of(of(topic.name(), SpecificData.get().getSchema(value)))
        : Stream.empty();
  }

  private static Subject of(String topic, Schema schema) {
    return new Subject(topic + "-value", schema);
  }

  private static boolean isRecord(@Nullable Class<?> value) {
    return value != null && SpecificRecord.class.isAssignableFrom(value);
  }
}
