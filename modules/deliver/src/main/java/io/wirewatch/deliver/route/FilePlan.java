package io.wirewatch.deliver.route;

import io.wirewatch.Alert;
import io.wirewatch.Incident;
import io.wirewatch.deliver.target.TargetSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The plan that a file describes. Immutable.
 *
 * @param targets in the file's order
 * @param root the route that every alert fits
 * @param inhibitions in the file's order; the first that holds an alert back is named
 * @param warnings what is legal and hardly meant, one line each
 */
public record FilePlan(
    List<TargetSpec> targets, Route root, List<Inhibition> inhibitions, List<String> warnings)
    implements Plan {

  /** Targets with unique names. */
  public FilePlan {
    targets = List.copyOf(targets);
    inhibitions = List.copyOf(inhibitions);
    warnings = List.copyOf(warnings);
  }

  @Override
  public List<Way> ways(Incident incident) {
    List<Way> ways = new ArrayList<>();
    deciding(incident.getAlert()).values().stream()
        .filter(route -> !route.telling().target().equals(Route.NOBODY))
        .forEach(route -> ways.add(way(route.telling(), incident)));
    return List.copyOf(ways);
  }

  /** The routes that decide where an alert goes, by target: the first that leads there. */
  public Map<String, Route> deciding(Alert alert) {
    Map<String, Route> first = new LinkedHashMap<>();
    root.deciding(alert).forEach(route -> first.putIfAbsent(route.telling().target(), route));
    return first;
  }

  @Override
  public Optional<String> inhibitedBy(Incident incident, List<Incident> living) {
    List<Alert> others = living.stream().map(Incident::getAlert).toList();
    return inhibitions.stream()
        .filter(inhibition -> inhibition.holdsBack(incident.getAlert(), others))
        .map(Inhibition::name)
        .findFirst();
  }

  private static Way way(Route.Telling telling, Incident incident) {
    Map<String, String> labels = GroupLabel.values(telling.groupBy(), incident);
    return new Way(telling.target(), GroupLabel.name(labels), labels, telling.timing());
  }
}
