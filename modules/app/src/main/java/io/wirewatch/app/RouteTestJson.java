package io.wirewatch.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.deliver.route.Inhibition;
import io.wirewatch.deliver.route.Plan;
import io.wirewatch.deliver.route.Route;
import io.wirewatch.deliver.route.RouteTrace;
import io.wirewatch.desk.LabelMatcher;
import java.util.Locale;

/** What a plan does with an alert, as a line of JSON. */
final class RouteTestJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private RouteTestJson() {}

  static String line(RouteTest test) {
    ObjectNode line =
        JSON.objectNode().put("id", test.alert().getId()).put("rule", test.alert().getRule());
    ArrayNode ways = line.putArray("ways");
    test.ways().forEach(way -> ways.add(way(way, test)));
    line.put("inhibitedBy", test.inhibitedBy().orElse(null));
    ArrayNode open = line.putArray("inhibitions");
    test.open().stream().map(Inhibition::name).forEach(open::add);
    ArrayNode routes = line.putArray("routes");
    test.steps().forEach(step -> routes.add(step(step)));
    return line.toString();
  }

  private static ObjectNode way(Plan.Way way, RouteTest test) {
    ObjectNode said = JSON.objectNode().put("target", way.target()).put("group", way.group());
    Route route = test.deciding().get(way.target());
    if (route != null) {
      said.put("route", route.place()).put("line", route.line());
    }
    ObjectNode labels = said.putObject("labels");
    way.labels().forEach(labels::put);
    Plan.Timing timing = way.timing();
    said.put("groupWaitMillis", timing.gathering().toMillis())
        .put("groupIntervalMillis", timing.apart().toMillis())
        .put("repeatIntervalMillis", timing.repeat().map(span -> span.toMillis()).orElse(null))
        .put("mutedBy", timing.hours().mutedAt(test.now()).orElse(null));
    return said;
  }

  private static ObjectNode step(RouteTrace.Step step) {
    return JSON.objectNode()
        .put("route", step.route().place())
        .put("line", step.route().line())
        .put("target", step.route().telling().target())
        .put("verdict", step.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .put("missed", step.missed().map(LabelMatcher::toString).orElse(null));
  }
}
