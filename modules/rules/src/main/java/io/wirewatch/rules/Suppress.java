package io.wirewatch.rules;

import java.time.Duration;
import java.util.List;

/**
 * At most {@code max} alerts in a window for each group.
 *
 * @param by what makes a group: {@code rule}, {@code region}, {@code source}, {@code entity},
 *     {@code language}
 * @param window positive
 * @param max at least 1
 */
public record Suppress(List<String> by, Duration window, int max) {
  /** Copies the list. */
  public Suppress {
    by = List.copyOf(by);
  }
}
