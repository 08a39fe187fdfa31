package io.wirewatch.ingest.source;

import io.wirewatch.ingest.article.PlainText;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a file, as it is found. */
final class Problems {
  private static final int MOST = 100;

  private final String file;
  private final List<String> lines = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  void add(int line, String what) {
    if (lines.size() < MOST) {
      lines.add(file + ":" + line + ": " + what);
    }
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  UnusableSourcesException thrown() {
    return new UnusableSourcesException(lines);
  }

  /** A name out of the file, as it may be shown. */
  static String quoted(String name) {
    return "'" + PlainText.cut(PlainText.oneLine(name), 60) + "'";
  }
}
