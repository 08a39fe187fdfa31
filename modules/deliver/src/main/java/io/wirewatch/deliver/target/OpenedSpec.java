package io.wirewatch.deliver.target;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;

/**
 * A target that is known by how it is opened.
 *
 * @param shown what it is, without secrets
 */
record OpenedSpec(
    String name, Updates updates, Duration timeout, String shown, Function<Clock, Target> opening)
    implements TargetSpec {

  @Override
  public Target open(Clock clock) {
    return opening.apply(clock);
  }

  @Override
  public String toString() {
    return name + ": " + shown;
  }
}
