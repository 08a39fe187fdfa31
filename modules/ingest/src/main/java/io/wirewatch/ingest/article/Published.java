package io.wirewatch.ingest.article;

import io.wirewatch.Precision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an article was published, and how exactly that is known.
 *
 * @param at null exactly where {@code precision} is NONE
 */
public record Published(@Nullable Instant at, Precision precision) {

  /** Nobody said when. */
  public static final Published UNKNOWN = new Published(null, Precision.NONE);

  /** To the minute. */
  public static Published toTheMinute(Instant at) {
    return new Published(at, Precision.MINUTE);
  }
}
