package io.wirewatch.replay.history;

import java.nio.ByteBuffer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record of the past.
 *
 * @param partition where it lay
 * @param offset where it lay in its partition
 * @param takenMillis when the broker took it, in milliseconds since 1970
 * @param key null where it has none
 * @param value the article, raw or enriched; null where there is none
 * @param fault why the value cannot be read; null where it can
 * @param unreadable its bytes where it cannot be read and they are known; else null
 */
public record Past(
    int partition,
    long offset,
    long takenMillis,
    @Nullable String key,
    @Nullable SpecificRecord value,
    @Nullable String fault,
    @Nullable ByteBuffer unreadable) {

  /** The same without the bytes of what cannot be read. */
  public Past(
      int partition,
      long offset,
      long takenMillis,
      @Nullable String key,
      @Nullable SpecificRecord value,
      @Nullable String fault) {
    this(partition, offset, takenMillis, key, value, fault, null);
  }
}
