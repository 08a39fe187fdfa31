package io.wirewatch.benchmarks.silence;

import io.wirewatch.ingest.rhythm.SourceWatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** One source under watch for its days, and dead again and again from random moments on. */
final class SourceTrial {
  /* The watch is asked every five minutes, and told then what came. A death is tried on a copy, by way of its snapshot, so
   * that each says how the same source would have been missed. */

  private static final int TICK_MINUTES = 5;
  private static final int DAY_TICKS = 24 * 60 / TICK_MINUTES;
  private static final int FIRST_DEATH_DAY = 30;
  private static final double NORMAL_SHARE = 0.02;

  /** A Monday. */
  private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

  private final SimulatedSource source;
  private final int days;
  private final double[] items;
  private final List<Death> deaths = new ArrayList<>();
  private int alarms;
  private int unknown;

  /**
   * A death, and how long it was not noticed, from the last item on.
   *
   * @param items that should have come; endless where it never was
   * @param onHoliday whether the source had a holiday then
   */
  record Death(double items, double hours, boolean onHoliday) {}

  /**
   * What was found.
   *
   * @param alarms while the source was alive
   * @param normalGap in items that should have come: what 1 in 50 of its gaps exceeds, but no more
   *     than one a week; holidays left out
   * @param unknown deaths before enough was known of the source
   */
  record Result(
      Habits habits, int days, int alarms, double normalGap, List<Death> deaths, int unknown) {}

  SourceTrial(SimulatedSource source, int days) {
    this.source = source;
    this.days = days;
    this.items = source.items();
  }

  Result run(int deathCount, Random random) {
    int[] deathTicks =
        random.ints(deathCount, FIRST_DEATH_DAY * DAY_TICKS, days * DAY_TICKS).sorted().toArray();
    SourceWatch watch = SourceWatch.over("source");
    int item = 0;
    int death = 0;
    int last = 0;
    for (int tick = 0; tick < days * DAY_TICKS; tick++) {
      for (; item < items.length && items[item] <= minute(tick); item++) {
        watch.accepted(time(tick), item, item + 1L);
        last = tick;
      }
      alarms += watch.check(time(tick)).isPresent() ? 1 : 0;
      for (; death < deathCount && deathTicks[death] == tick; death++) {
        die(watch, tick, last);
      }
    }
    return new Result(source.habits(), days, alarms, normalGap(), deaths, unknown);
  }

  private void die(SourceWatch alive, int from, int last) {
    if (!alive.isLearned()) {
      unknown++;
    } else if (!alive.isSilent()) {
      SourceWatch watch = SourceWatch.restored("source", alive.snapshot()).orElseThrow();
      int tick = from + 1;
      while (tick < 2 * days * DAY_TICKS && watch.check(time(tick)).isEmpty()) {
        tick++;
      }
      boolean noticed = watch.isSilent();
      double missed = source.expected(minute(tick)) - source.expected(minute(last));
      double hours = (minute(tick) - minute(last)) / 60.0;
      deaths.add(
          new Death(
              noticed ? missed : Double.POSITIVE_INFINITY,
              noticed ? hours : Double.POSITIVE_INFINITY,
              source.isHoliday(minute(from))));
    }
  }

  private double normalGap() {
    double[] gaps = new double[items.length];
    int count = 0;
    double last = Double.NaN;
    for (double item : items) {
      double seen = Math.ceil(item / TICK_MINUTES) * TICK_MINUTES;
      if (seen > last && !source.isHoliday(last) && !source.isHoliday(seen)) {
        gaps[count++] = source.expected(seen) - source.expected(last);
      }
      last = seen;
    }
    Arrays.sort(gaps, 0, count);
    int longer = (int) Math.min(count * NORMAL_SHARE, days / 7.0);
    return count == 0 ? 1 : Math.max(1, gaps[Math.max(0, count - 1 - longer)]);
  }

  private static int minute(int tick) {
    return tick * TICK_MINUTES;
  }

  private static Instant time(int tick) {
    return START.plusSeconds(minute(tick) * 60L);
  }
}
