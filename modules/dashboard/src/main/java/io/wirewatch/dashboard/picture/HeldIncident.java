package io.wirewatch.dashboard.picture;

import io.wirewatch.Incident;

/**
 * What the alerts of an incident sum up to.
 *
 * @param at where that is said
 * @param isPlain whether it says nothing that its one alert does not
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and never changed.
record HeldIncident(String id, Origin at, boolean isPlain, byte[] json) implements Item {
  static final String EVENT = "incident";

  static HeldIncident of(Incident incident, Stored stored) {
    boolean isPlain =
        incident.getRevision() == 1
            && incident.getStanding() == 1
            && incident.getId().equals(incident.getAlert().getId());
    return new HeldIncident(incident.getId(), stored.at(), isPlain, IncidentLine.of(incident));
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
