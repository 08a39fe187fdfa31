package io.wirewatch.ingest.poll;

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
public record PublisherHints(Duration ttl, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {

  /** It says nothing. */
  public static final PublisherHints NONE = new PublisherHints(Duration.ZERO, Set.of(), Set.of());

  /** Finds the hints in a content. */
  public interface Reader {

    /** What the content says; {@link #NONE} where it says nothing, or is no feed. */
    PublisherHints of(byte[] content);
  }

  int hourBits() {
    return skipHours.stream().filter(h -> h >= 0 && h < 24).mapToInt(h -> 1 << h).sum();
  }

  int dayBits() {
    return skipDays.stream().mapToInt(day -> 1 << (day.getValue() - 1)).sum();
  }
}
