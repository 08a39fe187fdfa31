package io.wirewatch.deliver.route;

import static io.wirewatch.deliver.Incidents.anIncident;

import io.wirewatch.deliver.Incidents;
import java.time.Instant;

/** Alerts at noon, of a flood where nothing else is said: {@code anAlert("a1").near("IQ")}. */
final class Floods {
  static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

  private Floods() {}

  /** An alert and the incident that it opens. */
  static Incidents anAlert(String id) {
    return anIncident()
        .named("i-" + id)
        .withAlert(id)
        .of("flood")
        .saying("Water rises at " + id)
        .by("Morning Wire")
        .at(NOON);
  }
}
