package io.wirewatch.replay.history;

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
 */
public record Past(
    int partition,
    long offset,
    long takenMillis,
    @Nullable String key,
    @Nullable SpecificRecord value,
    @Nullable String fault) {}
