package io.wirewatch.ingest.poll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes where a test wants it. Monday, midnight, at first. */
final class SimulatedClock extends Clock {
  static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");

  private volatile Instant now = MONDAY;

  void to(Instant moment) {
    now = moment;
  }

  void pass(Duration time) {
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
