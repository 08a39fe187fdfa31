package io.wirewatch.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes where a test wants it. Monday, midnight, at first. */
public final class SimulatedClock extends Clock {
  public static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");

  private volatile Instant now = MONDAY;

  /** Makes it that moment. */
  public void to(Instant moment) {
    now = moment;
  }

  /** Lets time pass. */
  public void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
