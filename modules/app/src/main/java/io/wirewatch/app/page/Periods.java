package io.wirewatch.app.page;

import io.wirewatch.replay.finding.Compared;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The time of a replay in parts of which a page has room for all: days, or weeks, months, years.
 *
 * @param first where the first part begins
 * @param count how many parts there are, from the first with an alert to the last
 */
record Periods(Unit unit, LocalDate first, long count) {
  private static final long MOST = 62;

  /** How long a part is. */
  enum Unit {
    DAY(ChronoUnit.DAYS),
    /** From Monday on. */
    WEEK(ChronoUnit.WEEKS),
    MONTH(ChronoUnit.MONTHS),
    YEAR(ChronoUnit.YEARS);

    private final ChronoUnit length;

    Unit(ChronoUnit length) {
      this.length = length;
    }

    LocalDate begin(LocalDate day) {
      return switch (this) {
        case DAY -> day;
        case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        case MONTH -> day.withDayOfMonth(1);
        case YEAR -> day.withDayOfYear(1);
      };
    }

    /** {@code week}. */
    String noun() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    private long count(LocalDate first, LocalDate last) {
      return length.between(begin(first), begin(last)) + 1;
    }
  }

  /** The shortest parts of which there are few enough; years, however many. */
  static Periods of(LocalDate first, LocalDate last) {
    for (Unit unit : Unit.values()) {
      long count = unit.count(first, last);
      if (count <= MOST || unit == Unit.YEAR) {
        return new Periods(unit, unit.begin(first), count);
      }
    }
    throw new AssertionError("there is always a year");
  }

  /** The number of the part that a day is in, from 0. */
  long index(LocalDate day) {
    return unit.count(first, day) - 1;
  }

  /** Days added up to these parts, by the day that a part begins with; without empty ones. */
  SortedMap<LocalDate, Compared> sum(SortedMap<LocalDate, Compared> days) {
    SortedMap<LocalDate, Compared> sums = new TreeMap<>();
    days.forEach((day, more) -> sums.merge(unit.begin(day), more, Compared::plus));
    return sums;
  }

  /** A part as a person calls it. */
  String name(LocalDate begin) {
    return unit == Unit.WEEK ? "week of " + shortly(begin) : shortly(begin);
  }

  /** The same where it is said already what the parts are. */
  String shortly(LocalDate begin) {
    String day = begin.toString();
    return switch (unit) {
      case DAY, WEEK -> day;
      case MONTH -> day.substring(0, day.length() - 3);
      case YEAR -> day.substring(0, day.length() - 6);
    };
  }

  /** The last part. */
  LocalDate last() {
    return first.plus(count - 1, unit.length);
  }
}
