package io.wirewatch.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.Metrics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LagTest {
  private final Metrics metrics = new Metrics();

  @AfterEach
  void close() {
    metrics.close();
  }

  @Test
  void lags_areThoseOfEachPartition_onceUnderTheTopicsOwnName() {
    measured("records-lag", "stage-consumer", "news.articles.raw", 12);
    measured("records-lag", "stage-consumer", "news_articles_raw", 12);
    measured("records-lag", "stage-consumer", "wirewatch-stories-repartition", 3);

    assertThat(Lag.of(metrics.metrics()))
        .containsExactlyInAnyOrder(
            new Lag("news.articles.raw", 0, 12), new Lag("wirewatch-stories-repartition", 0, 3));
  }

  @Test
  void lags_areNotThoseOfRestoringState_norUnknownOnes() {
    measured("records-lag", "stage-restore-consumer", "news.changelog", 5);
    measured("records-lag", "stage-consumer", "news.unknown", Double.NaN);
    measured("records-lag-max", "stage-consumer", "news.articles.raw", 9);

    assertThat(Lag.of(metrics.metrics())).isEmpty();
  }

  private void measured(String name, String client, String topic, double value) {
    Map<String, String> tags = Map.of("client-id", client, "topic", topic, "partition", "0");
    metrics.addMetric(
        new MetricName(name, "consumer-fetch-manager-metrics", "", tags),
        (Gauge<Double>) (config, now) -> value);
  }
}
