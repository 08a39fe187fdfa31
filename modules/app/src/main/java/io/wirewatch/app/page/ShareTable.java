package io.wirewatch.app.page;

import io.wirewatch.app.page.Table.Column;
import io.wirewatch.replay.finding.Compared;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/** How the alerts of the rules that are tried are spread over countries or sources. */
final class ShareTable {
  private static final int MOST_ROWS = 40;

  private final Html html;
  private final boolean compares;

  /**
   * Tables.
   *
   * @param compares whether there is another side
   */
  ShareTable(Html html, boolean compares) {
    this.html = html;
    this.compares = compares;
  }

  /**
   * Writes one; nothing where there is no part.
   *
   * @param column what the parts are
   * @param names what a person calls a part
   */
  void write(
      String heading,
      String column,
      SortedMap<String, Compared> parts,
      UnaryOperator<String> names) {
    if (parts.isEmpty()) {
      return;
    }
    html.open("section", "class", "shares").element("h2", heading);
    List<Column> columns = new ArrayList<>(List.of(Column.words(column), Column.numbers("Alerts")));
    columns.add(Column.numbers("Share"));
    if (compares) {
      List.of("Before", "Gained", "Lost").forEach(name -> columns.add(Column.numbers(name)));
    }
    Table table = new Table(html, columns);
    long all = parts.values().stream().mapToLong(Compared::now).sum();
    parts.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, Compared> part) -> -part.getValue().now())
                .thenComparing(part -> -part.getValue().lost())
                .thenComparing(Map.Entry::getKey))
        .limit(MOST_ROWS)
        .forEach(part -> row(table, names.apply(part.getKey()), part.getValue(), all));
    table.end(parts.size() - MOST_ROWS, "row");
    html.close("section");
  }

  private void row(Table table, String name, Compared alerts, long all) {
    String share = all == 0 ? "–" : Words.percent((double) alerts.now() / all);
    List<String> cells = new ArrayList<>(List.of(Words.number(alerts.now()), share));
    if (compares) {
      cells.add(Words.number(alerts.before()));
      cells.add(Words.more(alerts.gained()));
      cells.add(Words.fewer(alerts.lost()));
    }
    String part = all == 0 ? "0%" : share;
    table.row(
        () ->
            html.open("span", "class", "bar", "style", "--part:" + part)
                .element("bdi", name)
                .close("span"),
        cells);
  }
}
