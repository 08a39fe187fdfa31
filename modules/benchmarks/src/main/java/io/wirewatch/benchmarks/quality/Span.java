package io.wirewatch.benchmarks.quality;

import io.wirewatch.annotate.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * A name in a body, marked by hand or found.
 *
 * @param start first UTF-16 code unit
 * @param end one past the last
 * @param point where it is; null where that is not known or not said
 */
public record Span(int start, int end, EntityType type, @Nullable Point point) {

  /** A name of which only the type is said. */
  public static Span of(int start, int end, EntityType type) {
    return new Span(start, end, type, null);
  }

  boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /** Whether it says of a place: a place's name, or a name of another type that has a place. */
  boolean isPlace() {
    return type == EntityType.LOCATION || point != null;
  }
}
