package io.wirewatch.deliver.dispatch;

import static io.wirewatch.deliver.Incidents.anIncident;

import io.wirewatch.Alert;
import io.wirewatch.Incident;
import io.wirewatch.Severity;
import io.wirewatch.deliver.Incidents;
import java.time.Instant;
import java.util.List;

/** Incidents of ferries in the morning: {@code opened("a")}, {@code joined("a", "b")}. */
final class Ferries {
  static final Instant MORNING = Instant.parse("2026-01-01T08:00:00Z");

  private Ferries() {}

  /** An alert that opens an incident of its own name. */
  static Incident opened(String alert) {
    return ferry(alert, alert).record();
  }

  /** The second alert of an incident. */
  static Incident joined(String incident, String alert) {
    return ferry(incident, alert).revised(2).record();
  }

  /** An alert is taken back; so many stand after that. */
  static Incident retracted(String incident, String alert, int standing) {
    return ferry(incident, alert).revised(3).takenBack().standing(standing).record();
  }

  static Incident worse(Incident incident) {
    return Incident.newBuilder(incident).setSeverity(Severity.CRITICAL).build();
  }

  static Incident at(Instant time, Incident incident) {
    Alert alert = Alert.newBuilder(incident.getAlert()).setEventTime(time).build();
    return Incident.newBuilder(incident).setAlert(alert).setLastEventTime(time).build();
  }

  static Incident ofRule(String rule, Incident incident) {
    Alert alert = Alert.newBuilder(incident.getAlert()).setRule(rule).build();
    return Incident.newBuilder(incident).setAlert(alert).setRules(List.of(rule)).build();
  }

  private static Incidents ferry(String incident, String alert) {
    return anIncident()
        .named(incident)
        .withAlert(alert)
        .of("ferry")
        .severe(Severity.MEDIUM)
        .saying("Ferry " + alert + " sails")
        .by("Basin News")
        .at(MORNING);
  }
}
