package io.wirewatch.ingest.rhythm;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Items an hour that a source has at each hour of the week, in UTC, Monday's first hour first. */
final class WeekRates {
  /* Counts and hours watched are kept by hour of week and forgotten within some six weeks. A single hour has few
   * items, so it is drawn towards what its day and its hour of the day say (a gamma prior, whose mean is their product and
   * which weighs PRIOR_ITEMS). There neighbouring hours are blended, since nobody publishes by the stroke; an hour that has
   * items of its own is not, or the edges of a night would seem to be days. */

  static final int HOURS = 168;
  private static final int DAY = 24;
  private static final long HOUR_MILLIS = 3_600_000;

  /** From Monday to 1970-01-01, a Thursday. */
  private static final long TO_EPOCH_MILLIS = 3L * DAY * HOUR_MILLIS;

  private static final double KEPT_A_WEEK = Math.exp(-1 / 6.0);
  private static final double PRIOR_ITEMS = 0.5;
  private static final double PRIOR_ITEMS_OF_PROFILE = 0.5;

  private final float[] items = new float[HOURS];
  private final float[] hours = new float[HOURS];
  private final double[] before = new double[HOURS + 1];
  private boolean stale = true;

  /** One hour has been watched to its end. */
  void learn(long epochHour, int count) {
    int at = (int) Math.floorMod(epochHour + 3L * DAY, (long) HOURS);
    items[at] = (float) (items[at] * KEPT_A_WEEK + count);
    hours[at] = (float) (hours[at] * KEPT_A_WEEK + 1);
    stale = true;
  }

  /** How many items come between two times, as a rule. */
  double expected(long fromMillis, long toMillis) {
    if (stale) {
      integrate();
      stale = false;
    }
    return toMillis <= fromMillis ? 0 : since(toMillis) - since(fromMillis);
  }

  private double since(long millis) {
    long week = HOURS * HOUR_MILLIS;
    long shifted = millis + TO_EPOCH_MILLIS;
    long within = Math.floorMod(shifted, week);
    int hour = (int) (within / HOUR_MILLIS);
    double part = within % HOUR_MILLIS / (double) HOUR_MILLIS;
    return Math.floorDiv(shifted, week) * before[HOURS]
        + before[hour]
        + part * (before[hour + 1] - before[hour]);
  }

  private void integrate() {
    double mean = ratio(sum(items, 0, 1, HOURS), sum(hours, 0, 1, HOURS));
    if (mean == 0) {
      Arrays.fill(before, 0);
      return;
    }
    double[] ofDay = new double[HOURS / DAY];
    double[] ofHour = new double[DAY];
    for (int day = 0; day < ofDay.length; day++) {
      ofDay[day] = profile(day * DAY, 1, DAY, mean);
    }
    for (int hour = 0; hour < DAY; hour++) {
      ofHour[hour] = profile(hour, DAY, HOURS / DAY, mean);
    }
    for (int at = 0; at < HOURS; at++) {
      int hour = at % DAY;
      double blended =
          blend(ofHour[(hour + DAY - 1) % DAY], ofHour[hour], ofHour[(hour + 1) % DAY]);
      double prior = ofDay[at / DAY] * blended / mean;
      before[at + 1] = before[at] + (items[at] + PRIOR_ITEMS) / (hours[at] + PRIOR_ITEMS / prior);
    }
  }

  private double profile(int from, int step, int count, double mean) {
    double seen = sum(items, from, step, count) + PRIOR_ITEMS_OF_PROFILE;
    return seen / (sum(hours, from, step, count) + PRIOR_ITEMS_OF_PROFILE / mean);
  }

  private static double blend(double left, double middle, double right) {
    return 0.25 * left + 0.5 * middle + 0.25 * right;
  }

  private static double sum(float[] of, int from, int step, int count) {
    double sum = 0;
    for (int k = 0; k < count; k++) {
      sum += of[from + k * step];
    }
    return sum;
  }

  private static double ratio(double items, double hours) {
    return hours == 0 ? 0 : items / hours;
  }

  void write(DataOutput out) throws IOException {
    Floats.write(items, out);
    Floats.write(hours, out);
  }

  static WeekRates read(DataInput in) throws IOException {
    WeekRates rates = new WeekRates();
    Floats.read(rates.items, in);
    Floats.read(rates.hours, in);
    return rates;
  }
}
