package io.wirewatch.app;

import java.util.List;

/**
 * An alert that somebody is asked about.
 *
 * @param lines that show it, safe on a terminal
 */
record LabelItem(String rule, String article, List<String> lines) {
  LabelItem {
    lines = List.copyOf(lines);
  }
}
