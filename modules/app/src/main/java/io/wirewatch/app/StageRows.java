package io.wirewatch.app;

import io.wirewatch.observe.Metric;
import io.wirewatch.observe.Observation;
import io.wirewatch.observe.Rising;
import io.wirewatch.observe.Rows;
import io.wirewatch.stage.Lag;
import io.wirewatch.stage.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What waits for a stage, and what its steps count. */
final class StageRows implements Consumer<Rows> {
  private static final List<String> COUNTED = List.of("duplicate", "copy");

  private final String name;
  private final Stage stage;
  private final Observation observation;
  private final Map<String, Rising> sums = new LinkedHashMap<>();

  StageRows(String name, Stage stage, Observation observation) {
    this.name = name;
    this.stage = stage;
    this.observation = observation;
    if (name.equals("enrich")) {
      COUNTED.forEach(
          what -> {
            sums.put(what, new Rising());
            observation.articles(name, what, 0);
          });
    }
  }

  @Override
  public void accept(Rows rows) {
    for (Lag lag : stage.lags()) {
      rows.add(
          Metric.LAG_RECORDS, lag.records(), name, lag.topic(), Integer.toString(lag.partition()));
    }
    sums.forEach(
        (what, sum) -> {
          long all = observation.articles(name, what, sum.since(stage.countedByTask(what)));
          // The counters were asked before this was.
          rows.add(Metric.ARTICLES, all, name, what);
        });
  }
}
