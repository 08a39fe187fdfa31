package io.wirewatch.deliver.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a target may be asked now. After failures in a row it rests, longer each time, and one
 * message tries whether it is back; what it asks for itself is kept to as well.
 */
final class Circuit {
  static final int MOST_FAILURES = 5;

  /** Who asks for more would be taken at its word until nobody remembers why. */
  static final Duration LONGEST_ASKED = Duration.ofHours(1);

  private final Backoff backoff;
  private int failures;
  private @Nullable Instant until;

  Circuit(Backoff backoff) {
    this.backoff = backoff;
  }

  /** It took a message, or said that it never will; whether it had been given up until then. */
  boolean answered() {
    boolean wasOpen = isOpen();
    failures = 0;
    until = null;
    return wasOpen;
  }

  /**
   * It did not take a message now; whether it is given up with this one.
   *
   * @param asked how long it wants to be left alone
   */
  boolean failed(Instant now, Optional<Duration> asked) {
    failures++;
    asked.ifPresent(wait -> rest(now.plus(least(wait, LONGEST_ASKED))));
    if (isOpen()) {
      rest(now.plus(backoff.after(failures - MOST_FAILURES + 1)));
    }
    return failures == MOST_FAILURES;
  }

  private void rest(Instant end) {
    until = until == null || until.isBefore(end) ? end : until;
  }

  /** Whether it has failed so often that only one message at a time may try. */
  boolean isOpen() {
    return failures >= MOST_FAILURES;
  }

  /** Whether nothing may be sent now. */
  boolean rests(Instant now) {
    return until != null && now.isBefore(until);
  }

  /** Until when nothing is sent, where that was ever so since it last took something. */
  Optional<Instant> until() {
    return Optional.ofNullable(until);
  }

  static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
