package io.wirewatch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

final class TopicsTest {

  @Test
  void all_withRoutes_isInTheArticlesOrder() {
    assertThat(Topics.all(List.of("isis", "border")).stream().map(Topic::name))
        .containsExactly(
            "news.feeds",
            "news.articles.raw",
            "news.articles.rejected",
            "news.sources.alarms",
            "news.dead-letter",
            "news.redriven",
            "news.articles.enriched",
            "news.rules",
            "news.alerts",
            "news.alerts.border",
            "news.alerts.isis",
            "news.incidents",
            "news.desk",
            "news.deliveries",
            "news.deliveries.state",
            "news.deliveries.failed");
  }

  @Test
  void asNewTopic_rawArticles_keepsThemByTheBrokersClock() {
    NewTopic raw = Topics.RAW_ARTICLES.asNewTopic(2);

    assertThat(raw.numPartitions()).isEqualTo(2);
    assertThat(raw.configs())
        .containsEntry("retention.ms", "2592000000")
        .containsEntry("message.timestamp.type", "LogAppendTime")
        .containsEntry("cleanup.policy", "delete");
  }

  @Test
  void maxRecordBytes_behindRaw_takesWhatRawTook() {
    // A rejection holds the whole article, a dead letter the whole record.
    assertThat(Topics.REJECTED_ARTICLES.maxRecordBytes())
        .isGreaterThan(Topics.RAW_ARTICLES.maxRecordBytes());
    assertThat(Topics.DEAD_LETTER.maxRecordBytes())
        .isGreaterThan(Topics.RAW_ARTICLES.maxRecordBytes());
    assertThat(Topics.ENRICHED_ARTICLES.maxRecordBytes())
        .isGreaterThan(Topics.RAW_ARTICLES.maxRecordBytes());
  }

  @Test
  void asNewTopic_rules_isCompactedAndKeptForEver() {
    assertThat(Topics.RULES.asNewTopic(6).configs())
        .containsEntry("cleanup.policy", "compact")
        .doesNotContainKey("retention.ms");
  }
}
