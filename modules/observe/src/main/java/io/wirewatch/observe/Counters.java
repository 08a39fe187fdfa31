package io.wirewatch.observe;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** Counts that only rise. Thread-safe. */
final class Counters implements Consumer<Rows> {
  private final Map<Series, LongAdder> counts = new ConcurrentHashMap<>();

  private record Series(Metric metric, List<String> labels) {}

  /** The counter of these labels; who counts often keeps it. */
  LongAdder of(Metric metric, String... labels) {
    return counts.computeIfAbsent(new Series(metric, List.of(labels)), series -> new LongAdder());
  }

  @Override
  public void accept(Rows rows) {
    counts.forEach(
        (series, count) ->
            rows.add(series.metric(), count.sum(), series.labels().toArray(String[]::new)));
  }
}
