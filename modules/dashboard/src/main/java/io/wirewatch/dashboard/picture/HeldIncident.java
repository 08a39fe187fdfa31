package io.wirewatch.dashboard.picture;

import io.wirewatch.Incident;

/**
 * What the alerts of an incident sum up to.
 *
 * @param at where that is said
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and never changed.
record HeldIncident(String id, Origin at, byte[] json) implements Item {
  static final String EVENT = "incident";

  static HeldIncident of(Incident incident, Stored stored) {
    return new HeldIncident(incident.getId(), stored.at(), IncidentLine.of(incident));
  }

  @Override
  public String event() {
    return EVENT;
  }

  @Override
  public boolean isNewsAt(Position position) {
    return position.isBefore(at);
  }
}
