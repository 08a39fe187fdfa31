package io.wirewatch.annotate.train;

import io.wirewatch.annotate.EntityType;

/**
 * A name marked by hand.
 *
 * @param start first code unit
 * @param end one past the last
 */
record Mark(int start, int end, EntityType type) {}
