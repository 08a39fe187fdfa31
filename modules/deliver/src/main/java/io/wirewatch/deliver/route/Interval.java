package io.wirewatch.deliver.route;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

/**
 * A part of the time, by the clocks of a zone; what is empty restricts nothing.
 *
 * @param days of the month
 */
record Interval(Set<DayOfWeek> weekdays, List<Days> days, List<Hours> times, ZoneId zone) {
  private static final int SECONDS_A_MINUTE = 60;

  Interval {
    weekdays = Set.copyOf(weekdays);
    days = List.copyOf(days);
    times = List.copyOf(times);
  }

  /** Days of a month, both ends included; -1 is its last one. */
  record Days(int from, int to) {
    boolean holds(LocalDate date) {
      int length = date.lengthOfMonth();
      return date.getDayOfMonth() >= counted(from, length)
          && date.getDayOfMonth() <= counted(to, length);
    }

    private static int counted(int day, int length) {
      return day < 0 ? length + 1 + day : day;
    }
  }

  /**
   * Hours of a day in minutes from midnight, the last one not included. Where the end is not after
   * the start, it is that of the next day.
   */
  record Hours(int from, int to) {
    boolean overMidnight() {
      return to <= from;
    }
  }

  /** Whether a moment is in it. Hours over midnight belong to the day on which they begin. */
  boolean holds(Instant moment) {
    ZonedDateTime local = moment.atZone(zone);
    LocalDate today = local.toLocalDate();
    int minute = local.toLocalTime().toSecondOfDay() / SECONDS_A_MINUTE;
    return times.isEmpty()
        ? holds(today)
        : times.stream().anyMatch(hours -> holds(hours, today, minute));
  }

  private boolean holds(Hours hours, LocalDate today, int minute) {
    if (!hours.overMidnight()) {
      return minute >= hours.from() && minute < hours.to() && holds(today);
    }
    return (minute >= hours.from() && holds(today))
        || (minute < hours.to() && holds(today.minusDays(1)));
  }

  private boolean holds(LocalDate date) {
    return (weekdays.isEmpty() || weekdays.contains(date.getDayOfWeek()))
        && (days.isEmpty() || days.stream().anyMatch(d -> d.holds(date)));
  }
}
