package io.wirewatch.ingest.rhythm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something is wrong with a source, or no longer.
 *
 * @param ended what is over; null but for {@link Kind#RECOVERED}
 * @param since when it began: the last item before a silence, else the first item of its kind. With
 *     the source and the kind it names the episode, in the end as in the beginning
 * @param at when it was noticed
 * @param explanation in words
 */
public record SourceFinding(
    Kind kind, @Nullable Kind ended, String source, Instant since, Instant at, String explanation) {

  /** What is found. */
  public enum Kind {
    /** Nothing came, although it normally would have. */
    SILENT,
    /** All items are suddenly rejected. */
    REJECTING,
    /** Different items have one and the same text. */
    CONSTANT,
    /** One of the others is over. */
    RECOVERED
  }
}
