package io.wirewatch.deliver.target;

import java.time.Clock;
import java.time.Duration;

/** A target as its file describes it. {@code toString} shows no secret. */
public interface TargetSpec {

  /** Its name in the file. */
  String name();

  /**
   * Opens it; nothing is sent yet.
   *
   * @param clock what attempts are dated by
   */
  Target open(Clock clock);

  /** Which updates of what was told it wants. */
  Updates updates();

  /** How long one attempt may take. */
  Duration timeout();

  /** What a target does with news of what it was told. */
  enum Updates {
    /**
     * It changes its message in place, or its reader knows by the incident's id what it changes.
     */
    ALL,
    /** Only what is worse than what was told, and retractions. */
    WORSE,
    /** None but retractions. */
    NONE
  }
}
