package io.wirewatch.ingest.rhythm;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How long a source's silences are. A silence is measured in the items that would have come in it,
 * so that a night is as short as it is normal.
 */
final class GapTail {
  /* Which silence comes only so often is told by the longest ones: those over a high level exceed it by a mean, and
   * how many exceed it further falls off exponentially (peaks over threshold [1], of shape 0). Regular sources have a short tail,
   * those that talk in bursts a long one.
   * [1] Davison, Smith: Models for exceedances over high thresholds, J. R. Stat. Soc. B 52(3), 1990 */

  private static final int BINS = 64;
  private static final double LEAST = 0.05;
  private static final double STEP = Math.log(1.2);
  private static final double MEMORY_WEEKS = 10;
  private static final double WEEKS_A_MONTH = 30.4 / 7;

  /** So many gaps may be the longest ones; nights among shorter gaps are few, and longer. */
  private static final double[] TAIL_GAPS = {5, 10, 30};

  /** Gaps as of a source without rhythm that every source begins with. */
  private static final double PRIOR_GAPS = 5;

  private static final double NORMAL_SHARE = 0.02;

  private final float[] gaps = new float[BINS];
  private float weeks;

  /** A silence has ended, so many weeks after the one before. */
  void learn(double expected, double weeksSince) {
    double kept = Math.exp(-weeksSince / MEMORY_WEEKS);
    for (int bin = 0; bin < BINS; bin++) {
      gaps[bin] *= (float) kept;
    }
    weeks = (float) (weeks * kept + weeksSince);
    gaps[bin(expected)] += 1;
  }

  /** The silence that comes so many times a month. */
  double exceeded(double timesAMonth) {
    double longest = 0;
    for (double count : TAIL_GAPS) {
      longest = Math.max(longest, exceeded(timesAMonth, quantile(count)));
    }
    return longest;
  }

  private double exceeded(double timesAMonth, int from) {
    double level = from == 0 ? 0 : edge(from);
    double count = 0;
    double excess = 0;
    for (int bin = from; bin < BINS; bin++) {
      count += gaps[bin];
      excess += gaps[bin] * (Math.sqrt(edge(bin) * edge(bin + 1)) - level);
    }
    double mean = (excess + PRIOR_GAPS * mean()) / (count + PRIOR_GAPS);
    double aMonth = count / Math.max(weeks, 1) * WEEKS_A_MONTH;
    return level + mean * Math.max(0, Math.log(aMonth / timesAMonth));
  }

  /**
   * The normal gap: the silence that the source exceeds once a week; once in 50, where it has fewer
   * in a week. At least one item long.
   */
  double normal() {
    double count = Math.min(NORMAL_SHARE * sum(), weeks);
    int bin = quantile(count);
    double above = 0;
    for (int longer = bin + 1; longer < BINS; longer++) {
      above += gaps[longer];
    }
    double part = gaps[bin] == 0 ? 0 : (count - above) / gaps[bin];
    return Math.max(1, edge(bin + 1) * Math.exp(-STEP * Math.min(1, part)));
  }

  /** How long a gap is on average, with what every source begins with. */
  double mean() {
    double mean = PRIOR_GAPS;
    double count = PRIOR_GAPS;
    for (int bin = 0; bin < BINS; bin++) {
      mean += gaps[bin] * Math.sqrt(edge(bin) * edge(bin + 1));
      count += gaps[bin];
    }
    return mean / count;
  }

  /** The highest bin from which on there are at least so many gaps. */
  private int quantile(double count) {
    double above = 0;
    for (int bin = BINS - 1; bin > 0; bin--) {
      above += gaps[bin];
      if (above >= count) {
        return bin;
      }
    }
    return 0;
  }

  private double sum() {
    double sum = 0;
    for (float gap : gaps) {
      sum += gap;
    }
    return sum;
  }

  private static int bin(double expected) {
    return (int) Math.max(0, Math.min(BINS - 1, Math.log(expected / LEAST) / STEP));
  }

  private static double edge(int bin) {
    return LEAST * Math.exp(bin * STEP);
  }

  void write(DataOutput out) throws IOException {
    Floats.write(gaps, out);
    out.writeFloat(weeks);
  }

  static GapTail read(DataInput in) throws IOException {
    GapTail tail = new GapTail();
    Floats.read(tail.gaps, in);
    tail.weeks = Floats.read(in);
    return tail;
  }
}
