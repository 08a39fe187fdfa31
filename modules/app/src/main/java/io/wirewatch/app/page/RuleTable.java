package io.wirewatch.app.page;

import io.wirewatch.app.page.Table.Column;
import io.wirewatch.replay.finding.Compared;
import io.wirewatch.replay.finding.Findings;
import io.wirewatch.replay.finding.Quality;
import io.wirewatch.replay.finding.RuleFinding;
import io.wirewatch.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What became of each rule, and of all together. */
final class RuleTable {
  private static final int MOST_ROWS = 500;

  private final Html html;
  private final ReplayPage.Facts facts;
  private final Function<RuleFinding, Optional<String>> anchors;

  /**
   * A table.
   *
   * @param anchors where on the page alerts of a rule are; empty where none are
   */
  RuleTable(Html html, ReplayPage.Facts facts, Function<RuleFinding, Optional<String>> anchors) {
    this.html = html;
    this.facts = facts;
    this.anchors = anchors;
  }

  /**
   * Writes it.
   *
   * @param rules as they shall stand
   */
  void write(List<RuleFinding> rules, Findings all) {
    html.open("section", "class", "rules").element("h2", "Rules");
    if (rules.isEmpty()) {
      html.element("p", "No rule alerts.").close("section");
      return;
    }
    boolean labelled = !all.quality().isEmpty();
    Table table = new Table(html, columns(labelled));
    rules.stream()
        .limit(MOST_ROWS)
        .forEach(
            rule ->
                table.row(
                    () -> head(rule),
                    cells(severity(rule), rule.alerts(), rule.pages(), quality(rule, labelled))));
    table.row(
        () -> html.text("all"),
        cells(
            "",
            all.alerts(),
            all.pages(),
            labelled ? Optional.of(all.quality()) : Optional.empty()));
    table.end(rules.size() - MOST_ROWS, "rule");
    if (rules.size() > MOST_ROWS) {
      html.element("p", "report.json has all rules.");
    }
    html.close("section");
  }

  private List<Column> columns(boolean labelled) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.words("Rule"));
    columns.add(Column.words("Severity"));
    columns.add(Column.numbers("Alerts"));
    if (facts.compares()) {
      List.of("Gained", "Lost", "Same").forEach(name -> columns.add(Column.numbers(name)));
    }
    columns.add(Column.numbers("Pages"));
    if (facts.compares()) {
      columns.add(Column.numbers("Pages before"));
    }
    if (labelled) {
      List.of("Precision", "Recall").forEach(name -> columns.add(Column.numbers(name)));
    }
    return columns;
  }

  private void head(RuleFinding found) {
    Optional<String> anchor = anchors.apply(found);
    anchor.ifPresent(at -> html.open("a", "href", "#" + at));
    html.element("bdi", found.id());
    anchor.ifPresent(at -> html.close("a"));
    Rule rule = found.rule();
    if (rule != null) {
      html.text(" ").open("small").element("bdi", rule.title()).close("small");
    }
    if (found.tried() == null) {
      html.text(" ").element("small", "not in the rules that are tried", "class", "side");
    } else if (found.other() == null && facts.hasOtherRules()) {
      html.text(" ").element("small", "new", "class", "side");
    }
  }

  private static String severity(RuleFinding found) {
    Rule rule = found.rule();
    return rule == null ? "" : rule.severity().name().toLowerCase(Locale.ROOT);
  }

  private static Optional<Quality> quality(RuleFinding found, boolean labelled) {
    return labelled ? Optional.of(found.quality()) : Optional.empty();
  }

  private List<String> cells(
      String severity, Compared alerts, RuleFinding.Pages pages, Optional<Quality> quality) {
    List<String> cells = new ArrayList<>(List.of(severity, Words.number(alerts.now())));
    if (facts.compares()) {
      cells.add(Words.more(alerts.gained()));
      cells.add(Words.fewer(alerts.lost()));
      cells.add(Words.number(alerts.same()));
    }
    cells.add(Words.number(pages.now()));
    if (facts.compares()) {
      cells.add(Words.number(pages.before()));
    }
    quality.ifPresent(
        labels -> {
          cells.add(Words.share(labels.precision()));
          cells.add(Words.share(labels.recall()));
        });
    return cells;
  }
}
