package io.wirewatch.ingest.poll;

import io.wirewatch.ingest.InputKind;
import io.wirewatch.ingest.article.ReadingContext;
import io.wirewatch.ingest.article.UnusableInputException;
import io.wirewatch.ingest.feed.FeedHints;
import io.wirewatch.ingest.feed.FeedReader;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
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

  /** What a content says as a feed. */
  public static PublisherHints ofFeed(byte[] content) {
    if (InputKind.of(content) != InputKind.FEED) {
      return NONE;
    }
    try {
      // Not updatesEvery: publishing software says hourly by default, of feeds that change often.
      FeedHints hints =
          FeedReader.feed(content, ReadingContext.ofFile("hints", Instant.EPOCH)).hints();
      return new PublisherHints(
          hints.ttl().orElse(Duration.ZERO), hints.skipHours(), hints.skipDays());
    } catch (UnusableInputException unusable) {
      return NONE;
    }
  }

  int hourBits() {
    return skipHours.stream().filter(h -> h >= 0 && h < 24).mapToInt(h -> 1 << h).sum();
  }

  int dayBits() {
    return skipDays.stream().mapToInt(day -> 1 << (day.getValue() - 1)).sum();
  }
}
