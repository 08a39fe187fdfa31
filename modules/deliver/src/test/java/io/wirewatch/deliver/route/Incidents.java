package io.wirewatch.deliver.route;

import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.Incident;
import io.wirewatch.IncidentChange;
import io.wirewatch.Region;
import io.wirewatch.RegionLevel;
import io.wirewatch.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Builds alerts and their incidents: {@code anAlert("a1").of("flood").in("IQ", "IQ-BA")}. */
final class Incidents {
  static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

  private final Alert.Builder alert;
  private IncidentChange change = IncidentChange.OPENED;

  private Incidents(String id) {
    alert =
        Alert.newBuilder()
            .setId(id)
            .setStatus(AlertStatus.NEW)
            .setRule("flood")
            .setRuleVersion("1")
            .setRuleSet("1")
            .setSeverity(Severity.HIGH)
            .setArticle("article-" + id)
            .setRevision(1)
            .setHeadline("Water rises at " + id)
            .setSource("Morning Wire")
            .setLanguage("en")
            .setObservedAt(NOON)
            .setEventTime(NOON)
            .setRegions(List.of())
            .setMatches(List.of());
  }

  static Incidents anAlert(String id) {
    return new Incidents(id);
  }

  Incidents of(String rule) {
    alert.setRule(rule);
    return this;
  }

  Incidents severity(Severity severity) {
    alert.setSeverity(severity);
    return this;
  }

  /** Codes, the heaviest first. */
  Incidents in(String... codes) {
    List<Region> regions = new ArrayList<>();
    for (String code : codes) {
      RegionLevel level = code.length() == 2 ? RegionLevel.COUNTRY : RegionLevel.ADMIN1;
      regions.add(new Region(code, level, code, code.substring(0, 2), 33.0, 44.0, 0.5));
    }
    alert.setRegions(regions);
    return this;
  }

  Incidents from(String source) {
    alert.setSource(source);
    return this;
  }

  Incidents written(String language) {
    alert.setLanguage(language);
    return this;
  }

  Incidents on(String route) {
    alert.setRoute(route);
    return this;
  }

  Incidents at(Instant eventTime) {
    alert.setEventTime(eventTime);
    return this;
  }

  Incidents takenBack() {
    alert.setStatus(AlertStatus.RETRACTED);
    change = IncidentChange.RETRACTED;
    return this;
  }

  Alert alert() {
    return alert.build();
  }

  /** The incident that the alert opens. */
  Incident incident() {
    return incident("i-" + alert.getId());
  }

  Incident incident(String id) {
    Alert built = alert.build();
    return Incident.newBuilder()
        .setId(id)
        .setRevision(1)
        .setChange(change)
        .setAlert(built)
        .setBecause("it is the first")
        .setNews(List.of())
        .setStanding(1)
        .setSeverity(built.getSeverity())
        .setRules(List.of(built.getRule()))
        .setSources(List.of(built.getSource()))
        .setLanguages(List.of(built.getLanguage()))
        .setRegions(built.getRegions().stream().map(Region::getCode).toList())
        .setActors(List.of())
        .setFirstEventTime(built.getEventTime())
        .setLastEventTime(built.getEventTime())
        .build();
  }
}
