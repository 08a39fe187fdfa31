package io.wirewatch.app;

import io.wirewatch.replay.ReplaySums;
import io.wirewatch.replay.ReplaySums.Sum;
import io.wirewatch.replay.finding.Compared;
import io.wirewatch.replay.finding.Hour;
import io.wirewatch.replay.finding.Quality;
import io.wirewatch.replay.finding.RuleFinding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A replay's results for a person at a terminal. */
final class ReplaySummary {
  private static final int MOST_RULES = 40;

  private ReplaySummary() {}

  static List<String> lines(ReplayReport report) {
    List<String> lines = new ArrayList<>();
    List<RuleFinding> rules =
        report.findings().rules().stream()
            .sorted(java.util.Comparator.comparingLong(ReplaySummary::rank).reversed())
            .toList();
    boolean labelled = !report.findings().quality().isEmpty();
    int width = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(4);
    lines.add(
        row("rule", width, report, List.of("alerts", "gained", "lost", "pages"), "")
            + (labelled ? "  precision  recall" : ""));
    rules.stream()
        .limit(MOST_RULES)
        .forEach(
            rule ->
                lines.add(
                    row(rule.id(), width, report, numbers(rule.alerts(), rule.pages()), "")
                        + (labelled ? quality(rule.quality()) : "")));
    if (rules.size() > MOST_RULES) {
      lines.add("and " + (rules.size() - MOST_RULES) + " rules more");
    }
    lines.add(
        row(
                "all",
                width,
                report,
                numbers(report.findings().alerts(), report.findings().pages()),
                "")
            + (labelled ? quality(report.findings().quality()) : ""));
    lines.add(aDay(report));
    return lines;
  }

  /** One line of what became of the records. */
  static String records(ReplaySums sums) {
    return Arrays.stream(Sum.values())
        .filter(sum -> sum == Sum.READ || sum == Sum.EXAMINED || sums.of(sum) > 0)
        .map(sum -> String.format(Locale.ROOT, "%s %,d", sum.label(), sums.of(sum)))
        .collect(Collectors.joining(" · "));
  }

  private static long rank(RuleFinding rule) {
    long changed = rule.alerts().gained() + rule.alerts().lost();
    return changed * 1_000_000_000L + rule.alerts().all();
  }

  private static String row(
      String name, int width, ReplayReport report, List<String> numbers, String end) {
    List<String> shown =
        report.compares() ? numbers : List.of(numbers.get(0), numbers.get(numbers.size() - 1));
    return String.format(Locale.ROOT, "%-" + Math.max(4, width) + "s", name)
        + shown.stream()
            .map(number -> String.format(Locale.ROOT, "  %9s", number))
            .collect(Collectors.joining())
        + end;
  }

  private static List<String> numbers(Compared alerts, RuleFinding.Pages pages) {
    return List.of(
        String.format(Locale.ROOT, "%,d", alerts.now()),
        String.format(Locale.ROOT, "+%,d", alerts.gained()),
        String.format(Locale.ROOT, "-%,d", alerts.lost()),
        String.format(Locale.ROOT, "%,d", pages.now()));
  }

  private static String quality(Quality quality) {
    return String.format(
        Locale.ROOT, "  %9s  %6s", share(quality.precision()), share(quality.recall()));
  }

  private static String share(double share) {
    return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.3f", share);
  }

  private static String aDay(ReplayReport report) {
    return report
        .sums()
        .span()
        .map(
            span ->
                String.format(
                    Locale.ROOT,
                    "%.1f alerts and %.1f pages a day, from %s to %s%s",
                    report.findings().alerts().now() / days(span),
                    report.findings().pages().now() / days(span),
                    span.first(),
                    span.last(),
                    busiest(report)))
        .orElse("no article of that time, region and source");
  }

  /** At least one: an hour of alerts is not 24 times as many a day. */
  static double days(ReplaySums.Span span) {
    return Math.max(1, Duration.between(span.first(), span.last()).toHours() / 24.0);
  }

  private static String busiest(ReplayReport report) {
    Hour hour = report.findings().busiest();
    return hour == null
        ? ""
        : String.format(
            Locale.ROOT, "; the busiest hour began at %s with %,d", hour.begin(), hour.alerts());
  }
}
