package io.wirewatch.app;

import io.wirewatch.Alert;
import io.wirewatch.Region;
import io.wirewatch.deliver.route.Plan;
import io.wirewatch.deliver.route.Route;
import io.wirewatch.deliver.route.RouteTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a plan does with an alert, as lines for people. */
final class RouteTestText {
  private RouteTestText() {}

  static List<String> lines(RouteTest test) {
    List<String> lines = new ArrayList<>(List.of(head(test.alert())));
    test.ways().forEach(way -> way(way, test, lines));
    Optional.ofNullable(test.deciding().get(Route.NOBODY))
        .ifPresent(route -> lines.add("  nobody is told, by " + place(route)));
    test.inhibitedBy().ifPresent(name -> lines.add("  held back by inhibition " + name));
    if (test.inhibitedBy().isEmpty()) {
      test.open().forEach(one -> lines.add("  could be held back: " + RouteText.inhibition(one)));
    }
    lines.add("  routes:");
    test.steps().forEach(step -> lines.add(step(step)));
    return lines;
  }

  private static String head(Alert alert) {
    String regions =
        alert.getRegions().stream().map(Region::getCode).limit(8).collect(Collectors.joining(" "));
    return "%s: %s, %s, %s, %s, %s%s"
        .formatted(
            alert.getId(),
            alert.getRule(),
            alert.getSeverity().name().toLowerCase(Locale.ROOT),
            alert.getSource().isEmpty() ? "no source" : alert.getSource(),
            alert.getLanguage(),
            regions.isEmpty() ? "no region" : regions,
            alert.getHeadline().isEmpty() ? "" : ": " + alert.getHeadline());
  }

  private static void way(Plan.Way way, RouteTest test, List<String> lines) {
    Route route = test.deciding().get(way.target());
    lines.add("  => " + way.target() + (route == null ? "" : ", by " + place(route)));
    lines.add("     group  " + way.group());
    lines.add("     timing " + RouteText.timing(way.timing()));
    lines.add(
        "     hours  "
            + way.timing()
                .hours()
                .mutedAt(test.now())
                .map(name -> "not told now: " + name)
                .orElse("told now"));
  }

  private static String place(Route route) {
    return "%s (line %d)".formatted(route.place(), route.line());
  }

  private static String step(RouteTrace.Step step) {
    String mark =
        switch (step.verdict()) {
          case DECIDES -> "=> ";
          case FITS -> "+  ";
          case DOES_NOT_FIT -> "-  ";
          case NOT_ASKED -> ".  ";
        };
    return "    "
        + "   ".repeat(step.depth())
        + mark
        + RouteText.brief(step.route())
        + step.missed().map(matcher -> "   (not " + matcher + ")").orElse("");
  }
}
