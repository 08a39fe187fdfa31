package io.wirewatch.ingest.feed;

import io.wirewatch.ingest.article.Reading;
import java.util.List;

/**
 * A feed that was read.
 *
 * @param readings one an item, in the feed's order
 */
public record FeedReading(FeedHints hints, List<Reading> readings) {

  /** Copies the readings. */
  public FeedReading {
    readings = List.copyOf(readings);
  }
}
