package io.wirewatch.app.page;

import java.util.List;

/** A table, which scrolls sideways where the page is too narrow for it. */
final class Table {
  private final Html html;
  private final List<Column> columns;

  /** A column; numbers stand at its end. */
  record Column(String name, boolean isNumber) {
    static Column words(String name) {
      return new Column(name, false);
    }

    static Column numbers(String name) {
      return new Column(name, true);
    }
  }

  /** Begins it; the first column heads the rows. */
  Table(Html html, List<Column> columns) {
    this.html = html;
    this.columns = List.copyOf(columns);
    html.open("div", "class", "scroll").open("table").open("thead").open("tr");
    for (Column column : columns) {
      if (column.isNumber) {
        html.element("th", column.name, "scope", "col", "class", "number");
      } else {
        html.element("th", column.name, "scope", "col");
      }
    }
    html.close("tr").close("thead").open("tbody");
  }

  /** A row; its texts run in their own direction. */
  void row(String head, List<String> cells) {
    row(() -> html.element("bdi", head), cells);
  }

  /**
   * A row.
   *
   * @param head writes what is in the first cell
   */
  void row(Runnable head, List<String> cells) {
    html.open("tr").open("th", "scope", "row");
    head.run();
    html.close("th");
    for (int at = 0; at < cells.size(); at++) {
      if (columns.get(at + 1).isNumber) {
        html.element("td", cells.get(at), "class", "number");
      } else {
        html.open("td").element("bdi", cells.get(at)).close("td");
      }
    }
    html.close("tr").ours("\n");
  }

  void end() {
    html.close("tbody").close("table").close("div");
  }

  /** The same with a sentence that says how many rows are left out, where some are. */
  void end(long leftOut, String noun) {
    end();
    if (leftOut > 0) {
      html.element("p", "and " + Words.count(leftOut, noun) + " more");
    }
  }
}
