package io.wirewatch.deliver.dispatch;

import io.wirewatch.Incident;
import io.wirewatch.deliver.route.Plan;
import io.wirewatch.deliver.target.TargetSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Everything to every target, in groups of a test's choice. */
record SimplePlan(List<TargetSpec> targets, Timing timing, Function<Incident, String> group)
    implements Plan {

  static final Timing AT_ONCE =
      new Timing(Duration.ZERO, Duration.ZERO, Optional.empty(), time -> Optional.empty());

  static SimplePlan byIncident(TargetSpec... targets) {
    return new SimplePlan(List.of(targets), AT_ONCE, Incident::getId);
  }

  static SimplePlan byRule(Timing timing, TargetSpec... targets) {
    return new SimplePlan(
        List.of(targets), timing, incident -> "rule=" + incident.getAlert().getRule());
  }

  @Override
  public List<Way> ways(Incident incident) {
    return targets.stream()
        .map(target -> new Way(target.name(), group.apply(incident), Map.of(), timing))
        .toList();
  }

  @Override
  public Optional<String> inhibitedBy(Incident incident, List<Incident> living) {
    return incident.getAlert().getRule().equals("flood")
            && living.stream().anyMatch(other -> other.getRules().contains("dam"))
        ? Optional.of("dam")
        : Optional.empty();
  }
}
