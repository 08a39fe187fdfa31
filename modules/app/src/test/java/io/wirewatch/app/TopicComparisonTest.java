package io.wirewatch.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.contract.FoundTopic;
import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is done to a topic that is there: more of it, never less. */
final class TopicComparisonTest {
  private static final TopicWish NONE = new TopicWish(null, null, null, 6);

  @Test
  void topic_asTheCatalogueHasIt_differsInNothing() {
    assertThat(raw(NONE, 6).differences()).isEmpty();
  }

  @Test
  void partitions_moreThanThere_grow() {
    TopicComparison topic = raw(partitions(12), 6);

    assertThat(topic.refusal()).isEmpty();
    assertThat(topic.isToGrow()).isTrue();
  }

  @Test
  void partitions_fewerThanThere_areRefused() {
    assertThat(raw(partitions(5), 6).refusal().orElseThrow())
        .contains("news.articles.raw has 6 partitions", "6 or more");
  }

  @Test
  void partitions_unsaid_areLeftAsTheyAre() {
    TopicComparison topic = raw(NONE, 12);

    assertThat(topic.refusal()).isEmpty();
    assertThat(topic.isToGrow()).isFalse();
    assertThat(topic.differences()).containsExactly("partitions: 12, not 6");
  }

  @Test
  void partitions_ofTopicsThatHaveOne_stayOne() {
    TopicComparison rules = comparison(Topics.RULES, partitions(12), 1, Map.of());

    assertThat(rules.differences()).isEmpty();
    assertThat(rules.isToGrow()).isFalse();
  }

  @Test
  void retention_longerThanThere_isToBeKeptLonger() {
    TopicComparison topic = raw(retention(Duration.ofDays(31)), 6);

    assertThat(topic.refusal()).isEmpty();
    assertThat(topic.isToBeKeptLonger()).isTrue();
  }

  @Test
  void retention_shorterThanThere_isRefused() {
    assertThat(raw(retention(Duration.ofDays(29)), 6).refusal().orElseThrow())
        .contains("PT720H", "kafka-configs.sh");
  }

  @Test
  void retention_whereRecordsAreKeptForEver_isRefused() {
    TopicComparison topic =
        comparison(
            Topics.RAW_ARTICLES, retention(Duration.ofDays(999)), 6, Map.of("retention.ms", "-1"));

    assertThat(topic.refusal().orElseThrow()).contains("for ever");
  }

  @Test
  void replication_otherThanThere_isRefused() {
    assertThat(raw(new TopicWish(null, (short) 3, null, 6), 6).refusal().orElseThrow())
        .contains("kafka-reassign-partitions.sh");
  }

  @Test
  void topic_missing_isRefusedNothing() {
    TopicComparison missing =
        new TopicComparison(
            Topics.RAW_ARTICLES, new TopicWish(3, (short) 3, Duration.ofDays(1), 6), null);

    assertThat(missing.refusal()).isEmpty();
    assertThat(missing.line("created"))
        .isEqualTo(
            "{\"topic\":\"news.articles.raw\",\"state\":\"created\",\"partitions\":3,\"replication\":3,\"retention\":\"PT24H\",\"differences\":[]}");
  }

  private static TopicComparison raw(TopicWish wish, int partitions) {
    return comparison(Topics.RAW_ARTICLES, wish, partitions, Map.of());
  }

  private static TopicComparison comparison(
      Topic<?> topic, TopicWish wish, int partitions, Map<String, String> otherwise) {
    Map<String, String> configs = new HashMap<>(topic.configs());
    configs.putAll(otherwise);
    return new TopicComparison(topic, wish, new FoundTopic(partitions, 1, configs));
  }

  private static TopicWish partitions(int count) {
    return new TopicWish(count, null, null, 6);
  }

  private static TopicWish retention(@Nullable Duration kept) {
    return new TopicWish(null, null, kept, 6);
  }
}
