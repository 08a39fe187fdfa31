package io.wirewatch.annotate.tagger;

import io.wirewatch.annotate.EntityType;

/**
 * A name in a text.
 *
 * @param first index of its first word
 * @param last index of its last word
 */
public record TaggedName(int first, int last, EntityType type) {}
