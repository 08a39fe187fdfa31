package io.wirewatch.deliver.dispatch;

import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.Incident;
import io.wirewatch.IncidentChange;
import io.wirewatch.Severity;
import java.time.Instant;
import java.util.List;

/** Sentences about incidents: {@code opened("a")}, {@code joined("a", "b")}. */
final class Incidents {
  static final Instant MORNING = Instant.parse("2026-01-01T08:00:00Z");

  private Incidents() {}

  /** An alert that opens an incident of its own name. */
  static Incident opened(String alert) {
    return record(alert, 1, IncidentChange.OPENED, alert, 1);
  }

  /** The second alert of an incident. */
  static Incident joined(String incident, String alert) {
    return record(incident, 2, IncidentChange.JOINED, alert, 2);
  }

  /** An alert is taken back; so many stand after that. */
  static Incident retracted(String incident, String alert, int standing) {
    return record(incident, 3, IncidentChange.RETRACTED, alert, standing);
  }

  static Incident worse(Incident incident) {
    return Incident.newBuilder(incident).setSeverity(Severity.CRITICAL).build();
  }

  static Incident at(Instant time, Incident incident) {
    Alert alert = Alert.newBuilder(incident.getAlert()).setEventTime(time).build();
    return Incident.newBuilder(incident).setAlert(alert).setLastEventTime(time).build();
  }

  static Incident of(String rule, Incident incident) {
    Alert alert = Alert.newBuilder(incident.getAlert()).setRule(rule).build();
    return Incident.newBuilder(incident).setAlert(alert).setRules(List.of(rule)).build();
  }

  private static Incident record(
      String incident, int revision, IncidentChange change, String alert, int standing) {
    return Incident.newBuilder()
        .setId(incident)
        .setRevision(revision)
        .setChange(change)
        .setAlert(alert(alert, change))
        .setBecause("the first of its story")
        .setNews(List.of())
        .setStanding(standing)
        .setSeverity(Severity.MEDIUM)
        .setRules(List.of("ferry"))
        .setSources(List.of("Basin News"))
        .setLanguages(List.of("en"))
        .setRegions(List.of())
        .setActors(List.of())
        .setFirstEventTime(MORNING)
        .setLastEventTime(MORNING)
        .build();
  }

  private static Alert alert(String id, IncidentChange change) {
    return Alert.newBuilder()
        .setId(id)
        .setStatus(change == IncidentChange.RETRACTED ? AlertStatus.RETRACTED : AlertStatus.NEW)
        .setRule("ferry")
        .setRuleVersion("1")
        .setRuleSet("1")
        .setSeverity(Severity.MEDIUM)
        .setArticle("article-" + id)
        .setRevision(1)
        .setHeadline("Ferry " + id + " sails")
        .setSource("Basin News")
        .setLanguage("en")
        .setObservedAt(MORNING)
        .setEventTime(MORNING)
        .setRegions(List.of())
        .setMatches(List.of())
        .build();
  }
}
