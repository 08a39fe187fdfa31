package io.wirewatch.benchmarks.quality;

import java.util.Set;

/**
 * How much of what was wanted was found.
 *
 * @param right found and wanted
 * @param found right or not
 * @param wanted found or not
 */
public record Counts(int right, int found, int wanted) {
  /** Of nothing. */
  public static final Counts NONE = new Counts(0, 0, 0);

  /** Of one article: its set of wanted things and that of found ones. */
  public static <T> Counts of(Set<T> wanted, Set<T> found) {
    int right = (int) found.stream().filter(wanted::contains).count();
    return new Counts(right, found.size(), wanted.size());
  }

  /** This and another as one: every thing counts alike, not every article. */
  public Counts plus(Counts other) {
    return new Counts(right + other.right, found + other.found, wanted + other.wanted);
  }

  /** Share of the found that is right, 0 to 1. */
  public double precision() {
    return (double) right / Math.max(1, found);
  }

  /** Share of the wanted that was found, 0 to 1. */
  public double recall() {
    return (double) right / Math.max(1, wanted);
  }

  /** Harmonic mean of precision and recall. */
  public double f1() {
    return 2 * precision() * recall() / Math.max(1e-9, precision() + recall());
  }

  /** Precision, recall and F1 as three cells of a table. */
  String cells() {
    return "%.3f | %.3f | %.4f".formatted(precision(), recall(), f1());
  }
}
