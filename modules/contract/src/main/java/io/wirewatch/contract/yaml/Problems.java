package io.wirewatch.contract.yaml;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a file, as it is found. */
public final class Problems {
  private static final int MOST = 100;
  private static final int LONGEST_NAME = 60;

  private final String file;
  private final List<String> lines = new ArrayList<>();

  /**
   * @param file what stands before each problem
   */
  public Problems(String file) {
    this.file = file;
  }

  /** Notes what is wrong in a line (from 1), and what to do. */
  public void add(int line, String what) {
    if (lines.size() < MOST) {
      lines.add(file + ":" + line + ": " + what);
    }
  }

  /** Whether nothing is wrong. */
  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /** All of them, to be thrown. */
  public UnusableFileException thrown() {
    return new UnusableFileException(lines);
  }

  /** A name out of the file, as it may be shown. */
  public static String quoted(String name) {
    String line = name.replaceAll("\\s+", " ").strip();
    return "'" + (line.length() > LONGEST_NAME ? line.substring(0, LONGEST_NAME) : line) + "'";
  }
}
