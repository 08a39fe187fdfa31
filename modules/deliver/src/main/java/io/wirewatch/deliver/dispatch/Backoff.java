package io.wirewatch.deliver.dispatch;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after failures in a row: any time up to a ceiling that doubles each time.
 *
 * @param first the ceiling after the first
 * @param most the highest ceiling
 */
record Backoff(Duration first, Duration most, RandomGenerator random) {
  /* Full jitter: who failed together does not come back together. See M. Brooker, Exponential Backoff And Jitter,
   * AWS Architecture Blog, 2015. */

  /** From a second to five minutes. */
  static Backoff usual(RandomGenerator random) {
    return new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), random);
  }

  /** The wait after so many failures, from 1. */
  Duration after(int failures) {
    // More doublings than that are above any ceiling, and would overflow.
    long doubled = first.toMillis() << Math.min(failures - 1, 30);
    return Duration.ofMillis(random.nextLong(Math.min(doubled, most.toMillis()) + 1));
  }
}
