package io.wirewatch.stage;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** Signs of life of a stage's threads, as Kafka's own clients measure them. */
final class Heartbeats {
  private static final String POLL = "last-poll-seconds-ago";
  private static final String GROUP = "last-heartbeat-seconds-ago";

  private Heartbeats() {}

  /**
   * Whether each member of the group has lately asked for records and sent a heartbeat. Clients
   * stop sending heartbeats where no coordinator answers. False where there is no member.
   */
  static boolean areYounger(Map<MetricName, ? extends Metric> metrics, Duration within) {
    List<String> members =
        metrics.keySet().stream()
            .filter(name -> name.name().equals(GROUP))
            .map(Heartbeats::client)
            .filter(client -> !client.endsWith("restore-consumer"))
            .toList();
    return !members.isEmpty()
        && metrics.entrySet().stream()
            .filter(metric -> List.of(POLL, GROUP).contains(metric.getKey().name()))
            .filter(metric -> members.contains(client(metric.getKey())))
            .allMatch(metric -> isYounger(metric.getValue(), within));
  }

  private static String client(MetricName name) {
    return name.tags().getOrDefault("client-id", "");
  }

  private static boolean isYounger(Metric age, Duration within) {
    // Negative: it has never been.
    return age.metricValue() instanceof Double seconds
        && seconds >= 0
        && seconds <= within.toSeconds();
  }
}
