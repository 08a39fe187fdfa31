package io.wirewatch.app;

import io.wirewatch.contract.yaml.Spans;
import io.wirewatch.deliver.route.GroupLabel;
import io.wirewatch.deliver.route.Inhibition;
import io.wirewatch.deliver.route.Plan;
import io.wirewatch.deliver.route.Route;
import io.wirewatch.desk.Label;
import io.wirewatch.desk.LabelMatcher;
import java.util.List;
import java.util.stream.Collectors;

/** Routes as lines for people. */
final class RouteText {
  private RouteText() {}

  /** Blanks for a route's depth; two for the root. */
  static String indent(Route route) {
    int depth = route.place().equals("route") ? 0 : route.place().split("\\.", -1).length;
    return "  ".repeat(depth + 1);
  }

  /** Where a route stands, what fits it, where it leads. */
  static String brief(Route route) {
    return "%s (line %d)%s -> %s%s"
        .formatted(
            route.place(),
            route.line(),
            route.matchers().isEmpty() ? "" : " " + matchers(route.matchers()),
            route.telling().target(),
            route.goesOn() ? ", continue" : "");
  }

  /** The same with groups and times. */
  static String full(Route route) {
    return brief(route)
        + ", group by "
        + (route.telling().groupBy().isEmpty()
            ? "nothing"
            : route.telling().groupBy().stream()
                .map(GroupLabel::word)
                .collect(Collectors.joining(" ")))
        + ", "
        + timing(route.telling().timing());
  }

  /** What a timing says. */
  static String timing(Plan.Timing timing) {
    String hours = timing.hours().toString();
    return "wait %s, then every %s, repeat %s%s"
        .formatted(
            Spans.words(timing.gathering()),
            Spans.words(timing.apart()),
            timing.repeat().map(Spans::words).orElse("never"),
            hours.isEmpty() ? "" : ", " + hours);
  }

  static String inhibition(Inhibition inhibition) {
    return "%s: %s holds back %s%s within %s"
        .formatted(
            inhibition.name(),
            matchers(inhibition.source()),
            matchers(inhibition.target()),
            inhibition.equal().isEmpty()
                ? ""
                : inhibition.equal().stream()
                    .map(Label::word)
                    .collect(Collectors.joining(", ", " of the same ", "")),
            Spans.words(inhibition.within()));
  }

  private static String matchers(List<LabelMatcher> matchers) {
    return matchers.stream()
        .map(LabelMatcher::toString)
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
