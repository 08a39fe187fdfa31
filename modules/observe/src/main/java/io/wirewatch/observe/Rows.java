package io.wirewatch.observe;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values of metrics at the moment of a scrape; for one thread. */
public final class Rows {
  // Sources and partitions are as many as people have made; this is for what nobody foresees.
  private static final int MOST_A_METRIC = 20_000;

  private final Map<Metric, Map<Labels, Double>> values = new EnumMap<>(Metric.class);

  Rows() {}

  /**
   * Adds a value; a second one of the same labels takes the place of the first.
   *
   * @param labels values of the metric's labels, in their order
   */
  public void add(Metric metric, double value, String... labels) {
    Map<Labels, Double> points = values.computeIfAbsent(metric, m -> new LinkedHashMap<>());
    if (points.size() < MOST_A_METRIC) {
      points.put(Labels.of(metric.labels().toArray(String[]::new), labels), value);
    }
  }

  MetricSnapshots snapshots() {
    return new MetricSnapshots(
        values.entrySet().stream().map(e -> snapshot(e.getKey(), e.getValue())).toList());
  }

  private static MetricSnapshot snapshot(Metric metric, Map<Labels, Double> points) {
    MetricMetadata head = new MetricMetadata(metric.family(), metric.doc());
    return switch (metric.type()) {
      case COUNTER ->
          new CounterSnapshot(
              head,
              points.entrySet().stream()
                  .map(p -> new CounterDataPointSnapshot(p.getValue(), p.getKey(), null, 0))
                  .toList());
      case GAUGE ->
          new GaugeSnapshot(
              head,
              points.entrySet().stream()
                  .map(p -> new GaugeDataPointSnapshot(p.getValue(), p.getKey(), null))
                  .toList());
      case INFO ->
          new InfoSnapshot(head, points.keySet().stream().map(InfoDataPointSnapshot::new).toList());
      case HISTOGRAM -> throw new IllegalArgumentException("a histogram is no row: " + metric);
    };
  }
}
