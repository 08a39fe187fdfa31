package io.wirewatch.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.app.page.ReplayPage;
import io.wirewatch.replay.ReplaySums;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A replay's report as its page wants it. */
final class ReplayFacts {
  private ReplayFacts() {}

  static ReplayPage.Facts of(ReplayReport report) {
    return new ReplayPage.Facts(
        report.command(),
        plan(report.plan()),
        report.complete(),
        report.compares(),
        report.remarks(),
        conditions(report),
        sums(report.sums()),
        report
            .sums()
            .span()
            .map(span -> new ReplayPage.Span(span.first(), span.last(), ReplaySummary.days(span))));
  }

  /** What was not asked for is left out. */
  private static Map<String, String> plan(ObjectNode plan) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> part : plan.properties()) {
      String value = value(part.getValue());
      if (!value.isEmpty()) {
        values.put(part.getKey(), value);
      }
    }
    return values;
  }

  /** {@code a, b} of a list, a line {@code name: value} for each part of an object. */
  private static String value(JsonNode node) {
    if (node.isArray()) {
      return StreamSupport.stream(node.spliterator(), false)
          .map(JsonNode::asText)
          .collect(Collectors.joining(", "));
    }
    if (node.isObject()) {
      return node.properties().stream()
          .map(part -> part.getKey() + ": " + value(part.getValue()))
          .collect(Collectors.joining("\n"));
    }
    return node.asText();
  }

  private static List<ReplayPage.Condition> conditions(ReplayReport report) {
    return report.conditions().stream()
        .map(
            condition ->
                new ReplayPage.Condition(
                    condition.text(),
                    condition.value(report.findings()),
                    condition.holds(report.findings())))
        .toList();
  }

  private static Map<String, Long> sums(ReplaySums sums) {
    Map<String, Long> values = new LinkedHashMap<>();
    for (ReplaySums.Sum sum : ReplaySums.Sum.values()) {
      values.put(sum.label(), sums.of(sum));
    }
    return values;
  }
}
