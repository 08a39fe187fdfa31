package io.wirewatch.app.page;

import io.wirewatch.annotate.Level;
import java.util.List;

/**
 * A place on a map.
 *
 * @param name how a person calls it
 * @param within its division and country, by name
 * @param weight what the area of its sign shows
 * @param said what there is to say of it, such as {@code named 2 times in 2 articles}
 * @param numbers the same for a row of the table, as {@link MapWords#numbers} heads them
 */
record Spot(
    String name,
    String within,
    Level level,
    double lat,
    double lon,
    long weight,
    String said,
    List<Long> numbers) {
  /** Copies the list. */
  Spot {
    numbers = List.copyOf(numbers);
  }
}
