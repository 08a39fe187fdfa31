package io.wirewatch.benchmarks.silence;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * How a made-up source works.
 *
 * @param itemsADay on a day of an ordinary week, on average
 * @param hours how its items are spread over the hours of a local day; adds up to 1
 * @param days what each day of the week has of an ordinary one, Monday first
 * @param offsetHours local time less UTC, in winter
 * @param summerTime whether its clocks change
 * @param fasting whether its hours move and its output falls for 29 days
 * @param burst items that come together, on average
 * @param dayNoise how much days differ, as a standard deviation of a mean of 1
 * @param drift by what factor it grows, or shrinks, over a year
 * @param bulletins whether it publishes at fixed times, with a share of them left out, rather than
 *     at random
 */
record Habits(
    double itemsADay,
    List<Double> hours,
    List<Double> days,
    int offsetHours,
    boolean summerTime,
    boolean fasting,
    double burst,
    double dayNoise,
    double drift,
    boolean bulletins) {

  private static final double LEAST_A_DAY = 1 / 7.0;
  private static final double MOST_A_DAY = 200;

  /** Any. */
  static Habits of(Random random) {
    double items =
        Math.exp(Math.log(LEAST_A_DAY) + random.nextDouble() * Math.log(MOST_A_DAY / LEAST_A_DAY));
    boolean bulletins = items >= 1 && items < 30 && random.nextInt(4) == 0;
    return new Habits(
        items,
        bulletins ? bulletinHours(random, items) : hours(random),
        days(random),
        random.nextInt(18) - 8,
        random.nextBoolean(),
        random.nextInt(3) == 0,
        random.nextInt(3) == 0 ? 1 + random.nextInt(8) : 1,
        random.nextInt(2) * 0.4 * random.nextDouble(),
        Math.exp((random.nextDouble() - 0.5) * 2 * Math.log(2)),
        bulletins);
  }

  private static List<Double> hours(Random random) {
    int kind = random.nextInt(5);
    int from = 6 + random.nextInt(4);
    int to = from + 8 + random.nextInt(4);
    double aside = random.nextInt(2) * 0.1 * random.nextDouble();
    double[] hours = new double[24];
    for (int hour = 0; hour < 24; hour++) {
      boolean within = hour >= from && hour < to;
      hours[hour] =
          switch (kind) {
            case 0 -> 1;
            case 1 -> within ? 0.02 : 1;
            case 2 -> 1.05 + Math.sin((hour - 9) * Math.PI / 12);
            default -> within ? 1 : aside;
          };
    }
    return shares(hours);
  }

  private static List<Double> bulletinHours(Random random, double items) {
    double[] hours = new double[24];
    for (int k = 0; k < Math.min(12, Math.max(1, items)); k++) {
      hours[random.nextInt(24)] = 1;
    }
    return shares(hours);
  }

  private static List<Double> days(Random random) {
    double rest = random.nextBoolean() ? 0 : 0.5 * random.nextDouble();
    double[] days = {1, 1, 1, 1, 1, 1, 1};
    switch (random.nextInt(4)) {
      case 0 -> days[4] = days[5] = rest;
      case 1 -> days[5] = days[6] = rest;
      case 2 -> days[6] = rest;
      default -> {}
    }
    return listed(days);
  }

  private static List<Double> shares(double[] hours) {
    double sum = 0;
    for (double hour : hours) {
      sum += hour;
    }
    for (int hour = 0; hour < hours.length; hour++) {
      hours[hour] /= sum;
    }
    return listed(hours);
  }

  private static List<Double> listed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
