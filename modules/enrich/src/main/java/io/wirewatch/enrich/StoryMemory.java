package io.wirewatch.enrich;

import io.wirewatch.StoryStart;
import io.wirewatch.enrich.story.FirstArticle;
import io.wirewatch.enrich.story.Likeness;
import io.wirewatch.enrich.story.Sketch;
import io.wirewatch.enrich.story.StoryIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The first articles of stories within a window of event time: found in memory, kept in a store
 * from which that memory is made anew.
 */
final class StoryMemory {
  /* What is too old is not found, so it can be taken away little by little: a whole window at once, where time jumps, would
   * be a million deletes between two polls. The keys go on from the last one; their order is that in which articles came. */
  private static final long FIRST_KEY = 1_000_000_000_000_000L;
  private static final int MOST_A_SWEEP = 64;

  private final StoryStarts starts;
  private final long windowMillis;
  private final int most;
  private final StoryIndex index = new StoryIndex(Likeness.MEASURED);
  private long next = FIRST_KEY;

  StoryMemory(StoryStarts starts, Duration window, int most) {
    this.starts = starts;
    this.windowMillis = window.toMillis();
    this.most = most;
    starts.each(
        (key, start) -> {
          index.add(
              new FirstArticle(
                  start.getArticle(),
                  start.getEventTime().toEpochMilli(),
                  Sketch.read(start.getSketch())));
          next = Long.parseLong(key) + 1;
        });
  }

  /** The first article with nearly that text; empty where none is within the window. */
  Optional<String> original(Sketch sketch, long eventMillis, long streamMillis) {
    long since = Math.max(eventMillis, streamMillis) - windowMillis;
    return eventMillis < streamMillis - windowMillis
        ? Optional.empty()
        : index.original(sketch, since, eventMillis + windowMillis);
  }

  /** One more; forgets those that are too old, and the oldest where there are too many. */
  void add(String article, Sketch sketch, long eventMillis, long streamMillis) {
    for (int swept = 0; swept < MOST_A_SWEEP && isOver(streamMillis); swept++) {
      starts.delete(Long.toString(next - index.size()));
      index.removeOldest();
    }
    if (eventMillis < streamMillis - windowMillis) {
      return;
    }
    index.add(new FirstArticle(article, eventMillis, sketch));
    starts.put(
        Long.toString(next),
        new StoryStart(article, Instant.ofEpochMilli(eventMillis), sketch.written()));
    next++;
  }

  private boolean isOver(long streamMillis) {
    return index.size() >= most
        || (index.size() > 0 && index.oldestMillis() < streamMillis - windowMillis);
  }
}
