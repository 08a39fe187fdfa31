package io.wirewatch.ingest.poll;

import io.wirewatch.FeedState;
import io.wirewatch.ingest.source.Source;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;

/** What is known of a source, as far as it still holds. */
final class Known {
  private Known() {}

  /** What is known of a source that was never asked. */
  static FeedState nothingOf(Source source) {
    return FeedState.newBuilder()
        .setSource(source.name())
        .setUrl(source.told())
        .setNextPoll(Instant.EPOCH)
        .build();
  }

  /**
   * What is known, as far as it holds for the address that the source has now. A content that could
   * not be used is nothing to compare with: were it, a source whose {@code kind} was mended would
   * stay unreadable until it says something else.
   */
  static FeedState ofSameAddress(Source source, FeedState known) {
    if (known.getUrl().equals(source.told())) {
      return known.getUnreadable() ? withoutContent(known) : known;
    }
    return FeedState.newBuilder(known)
        .setUrl(source.told())
        .setMovedTo(null)
        .setAddress(null)
        .setEtag(null)
        .setLastModified(null)
        .setBodyHash(null)
        .setUnreadable(false)
        .setGone(false)
        .setNextPoll(Instant.EPOCH)
        .setFailures(0)
        .setLastSuccess(null)
        .setSeen(ByteBuffer.allocate(0))
        .setHub(null)
        .setTopic(null)
        .setPushedUntil(null)
        .setLastPush(null)
        .build();
  }

  private static FeedState withoutContent(FeedState known) {
    return FeedState.newBuilder(known)
        .setEtag(null)
        .setLastModified(null)
        .setBodyHash(null)
        .build();
  }

  /**
   * What is known of a source that another instance, or an earlier run, had. What a hub promised
   * that one, and may have brought it in vain, is looked for as soon as a poll may be.
   */
  static FeedState ofPredecessor(Source source, FeedState known) {
    FeedState same = ofSameAddress(source, known);
    if (same.getPushedUntil() == null) {
      return same;
    }
    FeedState.Builder state = FeedState.newBuilder(same).setPushedUntil(null);
    Instant last = same.getLastPoll();
    // Of one that fails, the next poll was not put off for its hub's sake.
    if (last != null && same.getFailures() == 0) {
      Duration held = source.bounds().clamp(Duration.ofMillis(same.getTtlMillis()));
      Instant soonest = Pace.next(state, held, last);
      state.setNextPoll(soonest.isBefore(same.getNextPoll()) ? soonest : same.getNextPoll());
    }
    return state.build();
  }
}
