package io.wirewatch.annotate.build;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A file of tab-separated lines, gzip by its ending. Lines that begin with # and the header are
 * left out.
 */
final class Table {
  /** One line with where it stands, for messages. */
  record Row(String where, List<String> cells) {
    String text(int column) {
      return cells.get(column);
    }

    /** The values of a cell that a bar separates; empty for "-". */
    List<String> list(int column) {
      return cells.get(column).equals("-")
          ? List.of()
          : List.of(cells.get(column).split("\\|", -1));
    }

    float number(int column) throws IOException {
      try {
        return Float.parseFloat(cells.get(column));
      } catch (NumberFormatException e) {
        throw new IOException(where + ": not a number: " + cells.get(column), e);
      }
    }
  }

  private Table() {}

  /**
   * The rows.
   *
   * @throws IOException when a line has not as many cells as wanted
   */
  static List<Row> read(Path file, int columns, boolean header) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (InputStream bytes = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      boolean skip = header;
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.startsWith("#") || line.isBlank()) continue;
        Row row = new Row(file.getFileName() + ":" + number, List.of(line.split("\t", -1)));
        if (row.cells.size() != columns)
          throw new IOException(
              row.where + ": " + columns + " cells wanted, found " + row.cells.size());
        if (!skip) rows.add(row);
        skip = false;
      }
    }
    return rows;
  }
}
