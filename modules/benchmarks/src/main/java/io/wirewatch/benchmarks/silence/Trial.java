package io.wirewatch.benchmarks.silence;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Many sources under watch. The same seed gives the same. */
public final class Trial {
  private static final double DAYS_A_MONTH = 365.25 / 12;

  private final List<SourceTrial.Result> results;

  private Trial(List<SourceTrial.Result> results) {
    this.results = results;
  }

  /**
   * Watches made-up sources.
   *
   * @param deaths tried of each
   */
  public static Trial run(int sources, int days, int deaths, long seed) {
    return new Trial(
        IntStream.range(0, sources).mapToObj(at -> one(days, deaths, seed + at)).toList());
  }

  private static SourceTrial.Result one(int days, int deaths, long seed) {
    // Neighbouring seeds of Random begin alike.
    Random random = new Random(new SplittableRandom(seed).nextLong());
    SimulatedSource source = new SimulatedSource(Habits.of(random), days, random);
    return new SourceTrial(source, days).run(deaths, random);
  }

  /** Only the sources with so many items a day. */
  public Trial between(double least, double most) {
    return new Trial(
        results.stream()
            .filter(r -> r.habits().itemsADay() >= least && r.habits().itemsADay() < most)
            .toList());
  }

  /** How many there are. */
  public int sources() {
    return results.size();
  }

  /** False alarms a source a month, sorted. */
  public double[] alarmsAMonth() {
    return results.stream()
        .mapToDouble(r -> r.alarms() * DAYS_A_MONTH / r.days())
        .sorted()
        .toArray();
  }

  /** How long deaths were not noticed, in normal gaps of their source, sorted. */
  public double[] gaps(boolean onHoliday) {
    return results.stream()
        .flatMapToDouble(
            r ->
                r.deaths().stream()
                    .filter(d -> d.onHoliday() == onHoliday)
                    .mapToDouble(d -> d.items() / r.normalGap()))
        .sorted()
        .toArray();
  }

  /** The same in items that should have come since the last one. */
  public double[] items() {
    return results.stream()
        .flatMap(r -> r.deaths().stream())
        .filter(d -> !d.onHoliday())
        .mapToDouble(SourceTrial.Death::items)
        .sorted()
        .toArray();
  }

  /** The same in hours. */
  public double[] hours() {
    return results.stream()
        .flatMap(r -> r.deaths().stream())
        .filter(d -> !d.onHoliday())
        .mapToDouble(SourceTrial.Death::hours)
        .sorted()
        .toArray();
  }

  /** Deaths that were not tried, because not enough was known of the source. */
  public int unknown() {
    return results.stream().mapToInt(SourceTrial.Result::unknown).sum();
  }

  /** The value that such a share of sorted values does not exceed; 0 of none. */
  public static double quantile(double[] sorted, double share) {
    return sorted.length == 0
        ? 0
        : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
  }

  /** The mean; 0 of none. */
  public static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  /** The share of sorted values that is not over a limit. */
  public static double within(double[] sorted, double limit) {
    return sorted.length == 0
        ? 0
        : Arrays.stream(sorted).filter(v -> v <= limit).count() / (double) sorted.length;
  }
}
