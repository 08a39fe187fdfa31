package io.wirewatch.benchmarks.quality;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** A table in Markdown, printed when it is whole. */
public final class TextTable {
  private final int columns;
  private final List<String> lines = new ArrayList<>();

  /** One with these columns. */
  public TextTable(String... header) {
    columns = header.length;
    lines.add(line(String.join(" | ", header)));
    lines.add("|" + "---|".repeat(columns));
  }

  /**
   * Adds a row; a cell may hold several, parted by {@code " | "}, and cells at its end may miss.
   */
  public void row(String... cells) {
    String row = String.join(" | ", cells);
    int missing = columns - row.split(" \\| ", -1).length;
    lines.add(line(row + " | ".repeat(missing)));
  }

  private static String line(String cells) {
    return "| " + cells + " |";
  }

  /** Prints it with an empty line before it; nothing where it has no rows. */
  public void print(PrintStream out) {
    if (lines.size() > 2) {
      out.println();
      lines.forEach(out::println);
    }
  }
}
