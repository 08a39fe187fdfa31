package io.wirewatch.annotate;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of text that names something.
 *
 * @param start first UTF-16 code unit in the field
 * @param end one past the last
 * @param text the field from start to end
 * @param id {@code geonames:98182}, {@code iso:IQ-AN}, {@code place:ain-al-asad} or a slug such as
 *     {@code group:isis}; null when it is not known which one is meant
 * @param confidence 0..1; how sure type and id are, by the margin over the next best reading
 * @param place where it is; of a LOCATION, and of an ORGANIZATION that has a place in its name
 */
public record Entity(
    Field field,
    int start,
    int end,
    String text,
    EntityType type,
    @Nullable String id,
    double confidence,
    @Nullable Place place) {}
