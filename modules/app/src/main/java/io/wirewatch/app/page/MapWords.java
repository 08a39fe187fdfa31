package io.wirewatch.app.page;

import java.util.List;

/**
 * What a page says of the places on its maps.
 *
 * @param heading above them
 * @param none where there is no place
 * @param most what the first places are, such as {@code most often}
 * @param larger what a larger sign means
 * @param numbers the heads of the table's columns of numbers
 */
record MapWords(String heading, String none, String most, String larger, List<String> numbers) {
  /** Copies the list. */
  MapWords {
    numbers = List.copyOf(numbers);
  }
}
