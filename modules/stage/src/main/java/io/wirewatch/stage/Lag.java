package io.wirewatch.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * Records of a partition that wait, as Kafka's own client measures them with each fetch.
 *
 * @param topic as the client names it
 */
public record Lag(String topic, int partition, long records) {
  private static final String NAME = "records-lag";

  static List<Lag> of(Map<MetricName, ? extends Metric> metrics) {
    List<Lag> lags = new ArrayList<>();
    for (Map.Entry<MetricName, ? extends Metric> metric : metrics.entrySet()) {
      Map<String, String> tags = metric.getKey().tags();
      boolean wanted =
          metric.getKey().name().equals(NAME)
              && tags.containsKey("partition")
              && !tags.getOrDefault("client-id", "").endsWith("restore-consumer");
      if (wanted && metric.getValue().metricValue() instanceof Double value && !value.isNaN()) {
        lags.add(
            new Lag(
                tags.getOrDefault("topic", ""),
                Integer.parseInt(tags.get("partition")),
                Math.max(0, Math.round(value))));
      }
    }
    // Until Kafka 5 each is there twice, once with underscores for the dots of the topic's name.
    Set<String> underscored =
        lags.stream()
            .filter(lag -> lag.topic.contains("."))
            .map(lag -> lag.topic.replace('.', '_'))
            .collect(Collectors.toSet());
    lags.removeIf(lag -> underscored.contains(lag.topic));
    return lags;
  }
}
