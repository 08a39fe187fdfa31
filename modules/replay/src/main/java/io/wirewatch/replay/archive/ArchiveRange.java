package io.wirewatch.replay.archive;

import java.time.Instant;

/**
 * Which part of each partition is archived: from where its time reaches one instant to where it
 * reaches another. A partition's time is the highest event time that it had until then, so the part
 * has no holes, and what follows it can be archived later.
 *
 * @param from the beginning; {@link Instant#MIN} for all that is kept
 * @param until the end, exclusive; {@link Instant#MAX} for all that is there by now
 */
public record ArchiveRange(Instant from, Instant until) {
  boolean hasEndedBy(long streamMillis) {
    return !until.equals(Instant.MAX) && streamMillis >= until.toEpochMilli();
  }

  boolean hasBegunBy(long streamMillis) {
    return from.equals(Instant.MIN) || streamMillis >= from.toEpochMilli();
  }
}
