package io.wirewatch.app;

import io.wirewatch.Alert;
import io.wirewatch.Incident;
import io.wirewatch.IncidentChange;
import io.wirewatch.Region;
import io.wirewatch.deliver.route.FilePlan;
import io.wirewatch.deliver.route.Inhibition;
import io.wirewatch.deliver.route.Plan;
import io.wirewatch.deliver.route.Route;
import io.wirewatch.deliver.route.RouteTrace;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a plan does with an alert.
 *
 * @param deciding by target, the pseudo target of nobody too
 * @param inhibitedBy the inhibition that holds it back because of alerts before it
 * @param open inhibitions that would hold it back if there were others
 */
record RouteTest(
    Alert alert,
    List<Plan.Way> ways,
    Map<String, Route> deciding,
    List<RouteTrace.Step> steps,
    Optional<String> inhibitedBy,
    List<Inhibition> open,
    Instant now) {

  static RouteTest of(FilePlan plan, Alert alert, List<Alert> living, Instant now) {
    Incident incident = incident(alert);
    return new RouteTest(
        alert,
        plan.ways(incident),
        plan.deciding(alert),
        RouteTrace.of(plan.root(), alert),
        plan.inhibitedBy(incident, living.stream().map(RouteTest::incident).toList()),
        plan.inhibitions().stream().filter(inhibition -> inhibition.mayBeHeldBack(alert)).toList(),
        now);
  }

  /** The targets that are told. */
  Set<String> targets() {
    return ways.stream().map(Plan.Way::target).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  String targetsText() {
    return ways.isEmpty() ? Route.NOBODY : String.join(", ", targets());
  }

  /** The incident that the alert would open; which one it would join only the topic knows. */
  private static Incident incident(Alert alert) {
    return Incident.newBuilder()
        .setId(alert.getId())
        .setRevision(1)
        .setChange(IncidentChange.OPENED)
        .setAlert(alert)
        .setBecause("")
        .setNews(List.of())
        .setStanding(1)
        .setSeverity(alert.getSeverity())
        .setRules(List.of(alert.getRule()))
        .setSources(List.of(alert.getSource()))
        .setLanguages(List.of(alert.getLanguage()))
        .setRegions(alert.getRegions().stream().map(Region::getCode).toList())
        .setActors(List.of())
        .setFirstEventTime(alert.getEventTime())
        .setLastEventTime(alert.getEventTime())
        .build();
  }
}
