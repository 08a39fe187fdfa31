package io.wirewatch.ingest.poll;

import io.wirewatch.FeedState;
import io.wirewatch.ingest.source.PollBounds;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How often to ask a source.
 *
 * <p>The mean gap between its new items is that of the last days: items and time both fade, to a
 * third within a day. It is asked twice a gap, within its bounds: an item then waits a quarter of a
 * gap on average. A source that fails is asked half as often each time.
 */
final class Pace {
  /* Why two sums that fade, and no interval that is halved and doubled: news comes in bursts, and after a quiet night
   * a doubled interval would meet the busiest hour. The sums remember yesterday's rate. */
  private static final double FADING_MILLIS = Duration.ofDays(1).toMillis();
  private static final int FIRST_GUESS = 8;
  private static final int MOST_AT_ONCE = 20;
  private static final int HOURS_OF_A_WEEK = 168;

  private Pace() {}

  /** The first guess of an unknown source: from the dates of its items, if there are some. */
  static void begin(
      FeedState.Builder state, List<Instant> published, PollBounds bounds, Instant now) {
    List<Instant> dated = published.stream().filter(date -> date.isBefore(now)).sorted().toList();
    double gap = FIRST_GUESS * (double) bounds.least().toMillis();
    double items = 1;
    if (dated.size() >= 3) {
      double span = Duration.between(dated.get(0), now).toMillis();
      gap = span / dated.size();
      items = Math.min(dated.size(), FADING_MILLIS / Math.max(gap, 1));
    }
    state.setRecentItems(items).setRecentMillis(items * gap);
  }

  /** After a poll that came so long after the last one that worked, with so many new items. */
  static void count(FeedState.Builder state, Duration since, int items) {
    double millis = Math.max(0, since.toMillis());
    double left = Math.exp(-millis / FADING_MILLIS);
    state.setRecentItems(state.getRecentItems() * left + Math.min(items, MOST_AT_ONCE));
    state.setRecentMillis(state.getRecentMillis() * left + millis);
  }

  /**
   * How long to wait for new items; {@code held} is how long the publisher says that content holds.
   */
  static Duration interval(FeedState.Builder state, PollBounds bounds, Duration held) {
    double gap = state.getRecentMillis() / Math.max(state.getRecentItems(), 1e-6);
    Duration wanted =
        Duration.ofMillis((long) Math.min(gap / 2, (double) bounds.most().toMillis()));
    Duration ttl = Duration.ofMillis(state.getTtlMillis());
    Duration longest = held.compareTo(ttl) > 0 ? held : ttl;
    return bounds.clamp(wanted.compareTo(longest) > 0 ? wanted : longest);
  }

  /**
   * Whether a hub has promised to bring what is new, and has not been silent for twice as long as
   * polls may be apart.
   */
  static boolean isBrought(FeedState.Builder state, PollBounds bounds, Instant now) {
    Instant until = state.getPushedUntil();
    Instant last = state.getLastPush();
    return until != null
        && last != null
        && until.isAfter(now)
        && last.plus(bounds.most().multipliedBy(2)).isAfter(now);
  }

  /** How long to leave a source alone that failed so many times in a row. */
  static Duration afterFailures(int failures, PollBounds bounds) {
    long factor = 1L << Math.min(failures, 20);
    return bounds.clamp(bounds.least().multipliedBy(factor));
  }

  /**
   * The moment after an interval, and up to a tenth of it more, that the source's name and the
   * number of its polls decide: sources that began together part, and a test can tell when.
   */
  static Instant next(FeedState.Builder state, Duration interval, Instant now) {
    double jitter = jitter(state.getSource(), state.getPolls());
    Instant next = now.plus(interval).plusMillis((long) (interval.toMillis() * jitter));
    return afterSkipped(next, state, jitter);
  }

  private static double jitter(String name, long polls) {
    long mixed = (name.hashCode() * 31L + polls) * 0x9E3779B97F4A7C15L;
    return (mixed >>> 40) / (double) (1 << 24) / 10;
  }

  private static Instant afterSkipped(Instant wanted, FeedState.Builder state, double jitter) {
    ZonedDateTime hour = wanted.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS);
    for (int skipped = 0; skipped < HOURS_OF_A_WEEK; skipped++) {
      ZonedDateTime candidate = hour.plusHours(skipped);
      boolean hourIsSkipped = (state.getSkipHours() >> candidate.getHour() & 1) == 1;
      boolean dayIsSkipped =
          (state.getSkipDays() >> (candidate.getDayOfWeek().getValue() - 1) & 1) == 1;
      if (!hourIsSkipped && !dayIsSkipped) {
        return skipped == 0
            ? wanted
            : candidate.toInstant().plusMillis((long) (Duration.ofHours(1).toMillis() * jitter));
      }
    }
    // It wants never to be asked: nobody means that.
    return wanted;
  }
}
