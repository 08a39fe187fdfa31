package io.wirewatch.ingest.source;

import java.time.Duration;

/**
 * How far apart polls of a source are.
 *
 * @param least never less, whatever it publishes
 * @param most no more, unless the source itself asks for it ({@code Retry-After}, {@code
 *     skipHours})
 */
public record PollBounds(Duration least, Duration most) {

  /** Where nothing is said. */
  public static final PollBounds USUAL = new PollBounds(Duration.ofMinutes(5), Duration.ofHours(6));

  /** The nearest duration within the bounds. */
  public Duration clamp(Duration wanted) {
    if (wanted.compareTo(least) < 0) {
      return least;
    }
    return wanted.compareTo(most) > 0 ? most : wanted;
  }
}
