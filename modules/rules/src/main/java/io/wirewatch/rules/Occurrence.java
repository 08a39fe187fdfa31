package io.wirewatch.rules;

import java.util.Comparator;

/** Words of a text, from the first to the last token, both included. */
record Occurrence(int first, int last) implements Comparable<Occurrence> {
  private static final Comparator<Occurrence> ORDER =
      Comparator.comparingInt(Occurrence::first).thenComparingInt(Occurrence::last);

  @Override
  public int compareTo(Occurrence other) {
    return ORDER.compare(this, other);
  }

  boolean overlaps(Occurrence other) {
    return first <= other.last && other.first <= last;
  }
}
