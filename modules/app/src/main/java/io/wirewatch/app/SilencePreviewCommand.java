package io.wirewatch.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.deliver.route.AlertTally;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wirewatch deliver silence preview}: what a silence would have hidden. */
@Command(
    name = "preview",
    description = "Show what a silence would have hidden of the alerts that a cluster had.")
final class SilencePreviewCommand implements Callable<Integer> {
  private static final int MOST_VALUES = 20;

  @Mixin private MatcherOption matchers = new MatcherOption();
  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "30",
      description = "So many days back, 1 to 90 (default: ${DEFAULT-VALUE}).")
  private int days;

  @Option(names = "--json", description = "One object of JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (days < 1 || days > 90) {
      throw new Refusal("--days takes 1 to 90");
    }
    SilenceHistory history =
        SilenceHistory.read(cluster.settings(), matchers.read(), days, Clock.systemUTC().instant());
    Screen screen = Screen.standard();
    if (json) {
      screen.data(json(history).toString());
      return 0;
    }
    screen.data(history.line());
    AlertTally hidden = history.preview().hidden();
    if (hidden.count() > 0) {
      screen.data(Printable.line("by rule:   " + most(hidden.byRule())));
      screen.data(Printable.line("by source: " + most(hidden.bySource())));
      screen.data("by day:");
      hidden.byDay().forEach((day, count) -> screen.data("  " + day + "  " + count));
      screen.data("newest:");
      hidden.newest().forEach(item -> screen.data(Printable.line("  " + line(item))));
    }
    return 0;
  }

  private static String line(AlertTally.Item item) {
    return "%s  %s  %s: %s".formatted(item.at(), item.rule(), item.source(), item.headline());
  }

  private static String most(Map<String, Integer> counts) {
    String most =
        counts.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(MOST_VALUES)
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    int more = counts.size() - MOST_VALUES;
    return more > 0 ? most + " and " + more + " more" : most;
  }

  private static ObjectNode json(SilenceHistory history) {
    AlertTally hidden = history.preview().hidden();
    ObjectNode said =
        JsonNodeFactory.instance
            .objectNode()
            .put("hidden", hidden.count())
            .put("alerts", history.preview().all())
            .put("days", history.days())
            .put("since", history.since().toString());
    said.set("byRule", counts(hidden.byRule()));
    said.set("bySource", counts(hidden.bySource()));
    said.set("byDay", counts(hidden.byDay()));
    ArrayNode newest = said.putArray("newest");
    hidden
        .newest()
        .forEach(
            item ->
                newest
                    .addObject()
                    .put("id", item.alert())
                    .put("rule", item.rule())
                    .put("source", item.source())
                    .put("headline", item.headline())
                    .put("at", item.at().toString()));
    ArrayNode remarks = said.putArray("remarks");
    history.remarks().forEach(remarks::add);
    return said;
  }

  private static ObjectNode counts(Map<?, Integer> counts) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    counts.forEach((value, count) -> node.put(value.toString(), count));
    return node;
  }
}
