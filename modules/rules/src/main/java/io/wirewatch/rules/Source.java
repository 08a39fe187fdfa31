package io.wirewatch.rules;

import java.util.Collection;

/** A file, or a line of one, that is being read: knows its name and reports its problems. */
record Source(String file, Problems problems) {
  private static final int LONGEST_QUOTE = 60;

  void problem(Node node, String wrong, String right) {
    problems.add(file, node.place(), wrong, right);
  }

  void problem(Node.Place place, String wrong, String right) {
    problems.add(file, place, wrong, right);
  }

  void unknown(Node.Place place, String what, String value, Collection<String> known) {
    String list = String.join(", ", known);
    String right =
        known.isEmpty()
            ? "define it first"
            : Spelling.closest(value, known)
                .map(near -> "did you mean " + near + "? Known: " + list)
                .orElse("one of: " + list);
    problem(place, "unknown " + what + " " + quote(value), right);
  }

  /** The value as it can stand in a line of a message. */
  static String quote(String value) {
    String line = value.replaceAll("\\p{Cntrl}", " ");
    return "'"
        + (line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "…" : line)
        + "'";
  }
}
