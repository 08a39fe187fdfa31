package io.wirewatch.dashboard.picture;

import java.time.Instant;

/**
 * A record as the broker has it.
 *
 * @param takenAt when the broker took it
 * @param bytes its value
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and never changed.
record Stored(Origin at, Instant takenAt, byte[] bytes) {}
