package io.wirewatch.benchmarks.silence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A made-up source: when its items come, over all its days, and how many should have. */
final class SimulatedSource {
  /* The mean of an hour is what the habits say, at its local time; holidays and the noise of its day change what comes, not
   * what should have. Within an hour bursts come at random (a Poisson number of them, each of a geometric number of items within some minutes);
   * bulletins come by the clock. */

  private static final int DAY = 24;
  private static final double[] HOLIDAY_LENGTHS = {1, 1, 1, 2, 3, 4, 10};
  private static final int SUMMER_FROM = 88;
  private static final int SUMMER_TO = 301;
  private static final int FASTING_DAYS = 29;
  private static final double FASTING_OUTPUT = 0.7;
  private static final double BULLETIN_COMES = 0.95;
  private static final double JITTER_MINUTES = 8;

  private final Habits habits;
  private final Random random;
  private final int days;
  private final int fastingFrom;
  private final int fastingShift;
  private final double[] holiday;
  private final double[] before;

  SimulatedSource(Habits habits, int days, Random random) {
    this.habits = habits;
    this.days = days;
    this.random = random;
    this.fastingFrom = 90 + random.nextInt(Math.max(1, days - 130));
    this.fastingShift = 1 + random.nextInt(3);
    this.holiday = holidays();
    this.before = new double[2 * days * DAY + 1];
    for (int hour = 0; hour < 2 * days * DAY; hour++) {
      before[hour + 1] = before[hour] + mean(hour);
    }
  }

  Habits habits() {
    return habits;
  }

  /**
   * How many items should have come by then, up to twice its days; minutes from the first day's
   * first hour in UTC.
   */
  double expected(double minute) {
    double hour = minute / 60;
    int at = (int) Math.min(hour, before.length - 2);
    return before[at] + (hour - at) * (before[at + 1] - before[at]);
  }

  boolean isHoliday(double minute) {
    return holiday[(int) Math.min(minute / 60 / DAY, days - 1)] < 1;
  }

  /** The minutes of its items, sorted. */
  double[] items() {
    List<Double> minutes = new ArrayList<>();
    double noise = 1;
    for (int hour = 0; hour < days * DAY; hour++) {
      if (hour % DAY == 0) {
        noise = Math.max(0, 1 + habits.dayNoise() * random.nextGaussian());
      }
      double mean = (before[hour + 1] - before[hour]) * holiday[hour / DAY];
      if (habits.bulletins()) {
        bulletin(hour, mean, minutes);
      } else {
        bursts(hour, mean * noise, minutes);
      }
    }
    return minutes.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  private void bulletin(int hour, double mean, List<Double> minutes) {
    if (mean > 0 && random.nextDouble() < BULLETIN_COMES) {
      int count = poisson(mean / BULLETIN_COMES);
      double at = hour * 60 + 20 + JITTER_MINUTES * random.nextGaussian();
      for (int k = 0; k < count; k++) {
        minutes.add(Math.max(0, at));
      }
    }
  }

  private void bursts(int hour, double mean, List<Double> minutes) {
    int bursts = poisson(mean / habits.burst());
    for (int k = 0; k < bursts; k++) {
      double at = (hour + random.nextDouble()) * 60;
      minutes.add(at);
      while (random.nextDouble() > 1 / habits.burst()) {
        at += random.nextDouble() * 4;
        minutes.add(at);
      }
    }
  }

  private double mean(int hour) {
    int day = hour / DAY;
    boolean summer = habits.summerTime() && day % 365 >= SUMMER_FROM && day % 365 < SUMMER_TO;
    boolean fasting = habits.fasting() && day >= fastingFrom && day < fastingFrom + FASTING_DAYS;
    int local = hour + habits.offsetHours() + (summer ? 1 : 0) - (fasting ? fastingShift : 0);
    double level = Math.pow(habits.drift(), day / 365.0) * (fasting ? FASTING_OUTPUT : 1);
    return habits.itemsADay()
        * level
        * habits.hours().get(Math.floorMod(local, DAY))
        * habits.days().get(Math.floorMod(Math.floorDiv(local, DAY), 7));
  }

  private double[] holidays() {
    double[] share = new double[days];
    Arrays.fill(share, 1);
    for (double length : HOLIDAY_LENGTHS) {
      int from = random.nextInt(days);
      double left = random.nextBoolean() ? 0 : 0.5 * random.nextDouble();
      for (int day = from; day < Math.min(days, from + length); day++) {
        share[day] = left;
      }
    }
    return share;
  }

  private int poisson(double mean) {
    if (mean > 30) {
      return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    double limit = Math.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }
}
