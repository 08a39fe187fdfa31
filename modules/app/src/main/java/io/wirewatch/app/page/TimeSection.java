package io.wirewatch.app.page;

import io.wirewatch.app.page.Table.Column;
import io.wirewatch.replay.finding.Compared;
import io.wirewatch.replay.finding.Findings;
import io.wirewatch.replay.finding.RuleFinding;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** When the alerts were: a drawing of all and of each rule, and tables. */
final class TimeSection {
  private static final int MOST_TIMELINES = 30;
  private static final int MOST_ROWS = 400;

  private final Html html;
  private final boolean compares;

  /**
   * A section.
   *
   * @param compares whether there is another side
   */
  TimeSection(Html html, boolean compares) {
    this.html = html;
    this.compares = compares;
  }

  /**
   * Writes it; nothing where there is no alert.
   *
   * @param rules as they shall stand
   */
  void write(List<RuleFinding> rules, Findings all) {
    SortedMap<LocalDate, Compared> days = all.days();
    if (days.isEmpty()) {
      return;
    }
    Periods periods = Periods.of(days.firstKey(), days.lastKey());
    String noun = periods.unit().noun();
    html.open("section", "class", "times").element("h2", "By " + noun);
    html.element("p", "By event time, in UTC. Each drawing has its own scale.", "class", "about");
    key();
    Timeline timeline = new Timeline(html, periods, compares);
    timeline.draw("all rules", days);
    table(periods, periods.sum(days));
    if (periods.unit() != Periods.Unit.DAY) {
      html.open("details").element("summary", Words.count(days.size(), "day") + " as a table");
      table(new Periods(Periods.Unit.DAY, days.firstKey(), days.size()), days);
      html.close("details");
    }
    timelines(timeline, rules.stream().filter(rule -> !rule.days().isEmpty()).toList());
    html.close("section");
  }

  private void timelines(Timeline timeline, List<RuleFinding> rules) {
    html.element("h3", "Rule by rule").open("div", "class", "timelines");
    rules.stream().limit(MOST_TIMELINES).forEach(rule -> timeline.draw(rule.id(), rule.days()));
    html.close("div");
    if (rules.size() > MOST_TIMELINES) {
      html.element(
          "p",
          "Not drawn: %s more. report.json has their days."
              .formatted(Words.count(rules.size() - MOST_TIMELINES, "rule")),
          "class",
          "left-out");
    }
  }

  private void key() {
    if (compares) {
      html.open("p", "class", "about");
      sign("same", "same: full");
      sign("gained", "gained: striped");
      sign("lost", "lost: hollow, below the line");
      html.close("p");
    }
  }

  private void sign(String style, String words) {
    html.open("span", "class", "key").element("i", "", "class", style);
    html.text(" " + words).close("span").text(" ");
  }

  private void table(Periods periods, SortedMap<LocalDate, Compared> sums) {
    String noun = periods.unit().noun();
    String first = heading(periods.unit());
    Table table =
        new Table(
            html,
            compares
                ? List.of(
                    Column.words(first),
                    Column.numbers("Alerts"),
                    Column.numbers("Gained"),
                    Column.numbers("Lost"),
                    Column.numbers("Same"))
                : List.of(Column.words(first), Column.numbers("Alerts")));
    sums.entrySet().stream().limit(MOST_ROWS).forEach(sum -> row(table, periods, sum));
    table.end(sums.size() - MOST_ROWS, noun);
  }

  private static String heading(Periods.Unit unit) {
    return switch (unit) {
      case DAY -> "Day";
      case WEEK -> "Week of";
      case MONTH -> "Month";
      case YEAR -> "Year";
    };
  }

  private void row(Table table, Periods periods, Map.Entry<LocalDate, Compared> sum) {
    Compared alerts = sum.getValue();
    String now = Words.number(alerts.now());
    table.row(
        periods.shortly(sum.getKey()),
        compares
            ? List.of(
                now,
                Words.more(alerts.gained()),
                Words.fewer(alerts.lost()),
                Words.number(alerts.same()))
            : List.of(now));
  }
}
