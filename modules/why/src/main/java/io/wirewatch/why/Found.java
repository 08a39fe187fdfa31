package io.wirewatch.why;

/**
 * A record of a topic, and where it lies.
 *
 * @param key of the record; empty where it has none
 */
public record Found<V>(Place at, String key, V value) {}
