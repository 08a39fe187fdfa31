package io.wirewatch.ingest.poll;

import io.wirewatch.ingest.feed.FeedHints;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;

/**
 * What a content says of when to ask again.
 *
 * @param ttl how long it holds; zero where it says nothing
 * @param skipHours hours (UTC, 0 to 23) in which it wants no polls
 * @param skipDays days (UTC) in which it wants none
 */
record PublisherHints(Duration ttl, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {

  /** It says nothing. */
  static final PublisherHints NONE = new PublisherHints(Duration.ZERO, Set.of(), Set.of());

  /** What a feed says. */
  static PublisherHints of(FeedHints hints) {
    // Not updatesEvery: publishing software says hourly by default, of feeds that change often.
    return new PublisherHints(
        hints.ttl().orElse(Duration.ZERO), hints.skipHours(), hints.skipDays());
  }

  int hourBits() {
    return skipHours.stream().filter(h -> h >= 0 && h < 24).mapToInt(h -> 1 << h).sum();
  }

  int dayBits() {
    return skipDays.stream().mapToInt(day -> 1 << (day.getValue() - 1)).sum();
  }
}
