package io.wirewatch.dashboard.health;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That something was rejected or made a dead letter, in short; its texts are bounded.
 *
 * @param why by which step, for what reason
 * @param from what it was
 */
record Refused(Place place, Instant at, Why why, From from) {

  /** Where it lies. */
  record Place(String topic, int partition, long offset) {}

  /** Which step refused it, and for what reason. */
  record Why(String step, String reason) {}

  /**
   * What was refused, as far as it is known.
   *
   * @param input file, address or place in a topic that it came from
   * @param line of the input
   * @param article its id
   */
  record From(
      @Nullable String input,
      @Nullable Integer line,
      @Nullable String headline,
      @Nullable String source,
      @Nullable String article) {}
}
