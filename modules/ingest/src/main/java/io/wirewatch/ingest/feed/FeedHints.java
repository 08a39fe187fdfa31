package io.wirewatch.ingest.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a feed says of itself that whoever polls it wants to know.
 *
 * @param title in one line; empty where it says none
 * @param language as it says it, a tag such as {@code ar} or {@code en-gb}
 * @param ttl how long a copy may be kept (RSS {@code ttl}), more than nothing
 * @param updatesEvery what its period and frequency come to ({@code sy:updatePeriod}, {@code
 *     sy:updateFrequency})
 * @param skipHours hours of the day, 0 to 23 in GMT, in which nobody needs to ask
 * @param skipDays days of the week, in GMT, on which nobody needs to ask
 * @param hubs addresses of WebSub hubs ({@code rel="hub"}), absolute, unique
 * @param self the feed's own address ({@code rel="self"}), absolute: the topic of a subscription
 */
public record FeedHints(
    String title,
    Optional<String> language,
    Optional<Duration> ttl,
    Optional<Duration> updatesEvery,
    Set<Integer> skipHours,
    Set<DayOfWeek> skipDays,
    List<String> hubs,
    Optional<String> self) {

  /** Copies its collections. */
  public FeedHints {
    skipHours = Set.copyOf(skipHours);
    skipDays = Set.copyOf(skipDays);
    hubs = List.copyOf(hubs);
  }
}
