package io.wirewatch.journey.faults;

/**
 * An item that a reader of committed records has been given.
 *
 * @param topic where
 * @param partition of it
 * @param atMillis when the reader got it
 */
record Seen(String topic, int partition, Item item, long atMillis) {}
