package io.wirewatch.benchmarks.quality;

import java.util.List;

/**
 * What some runs of the same measurement gave.
 *
 * @param sorted at least one number, rising
 */
public record Spread(List<Double> sorted) {
  /** Of these numbers, in any order. */
  public static Spread of(List<Double> numbers) {
    return new Spread(numbers.stream().sorted().toList());
  }

  /** The middle one, or the higher of two. */
  public double median() {
    return sorted.get(sorted.size() / 2);
  }

  /** That below which 95 of 100 are. */
  public double ninetyFifth() {
    return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
  }

  /** The largest. */
  public double most() {
    return sorted.get(sorted.size() - 1);
  }

  /** Median (least to most), each in this format. */
  public String in(String format) {
    String three = "%s (%s to %s)".formatted(format, format, format);
    return three.formatted(median(), sorted.get(0), sorted.get(sorted.size() - 1));
  }
}
