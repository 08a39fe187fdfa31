package io.wirewatch.stage;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * Counts of what steps did with records, kept as Kafka Streams' own metrics ({@code <what>-total}).
 */
public final class Tally {
  private static final String SCOPE = "wirewatch";

  private Tally() {}

  /** The counter of a step; {@code record()} counts one. */
  public static Sensor of(ProcessingContext context, String what) {
    return context
        .metrics()
        .addRateTotalSensor(SCOPE, context.taskId().toString(), what, Sensor.RecordingLevel.INFO);
  }

  static Map<String, Long> byTask(Map<MetricName, ? extends Metric> metrics, String what) {
    Map<String, Long> tasks = new HashMap<>();
    for (Map.Entry<MetricName, ? extends Metric> metric : metrics.entrySet()) {
      boolean wanted =
          metric.getKey().name().equals(what + "-total") && metric.getKey().group().contains(SCOPE);
      if (wanted && metric.getValue().metricValue() instanceof Double value) {
        tasks.put(metric.getKey().tags().toString(), Math.round(value));
      }
    }
    return tasks;
  }

  static long total(Map<MetricName, ? extends Metric> metrics, String what) {
    return byTask(metrics, what).values().stream().mapToLong(Long::longValue).sum();
  }
}
