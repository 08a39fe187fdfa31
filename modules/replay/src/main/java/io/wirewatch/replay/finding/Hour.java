package io.wirewatch.replay.finding;

import java.time.Instant;

/** Alerts in an hour that begins then. */
public record Hour(Instant begin, long alerts) {}
