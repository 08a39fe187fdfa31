package io.wirewatch.deliver.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is legal in a plan and hardly meant. */
final class PlanWarnings {
  private PlanWarnings() {}

  static List<String> of(Collection<String> targets, Collection<String> hours, Route root) {
    Set<String> told =
        root.all().map(route -> route.telling().target()).collect(Collectors.toSet());
    Set<String> used =
        root.all().flatMap(PlanWarnings::hours).map(NamedHours::name).collect(Collectors.toSet());
    List<String> warnings = new ArrayList<>();
    targets.stream()
        .filter(target -> !told.contains(target))
        .forEach(target -> warnings.add("target " + target + ": no route leads to it"));
    hours.stream()
        .filter(name -> !used.contains(name))
        .forEach(name -> warnings.add("hours " + name + ": no route uses them"));
    root.all().forEach(route -> shadowed(route, warnings));
    return warnings;
  }

  private static Stream<NamedHours> hours(Route route) {
    return route.telling().timing().hours() instanceof RouteHours hours
        ? Stream.concat(hours.mute().stream(), hours.active().stream())
        : Stream.empty();
  }

  /** What stands behind a route that takes everything and does not go on is never asked. */
  private static void shadowed(Route above, List<String> warnings) {
    List<Route> routes = above.routes();
    for (int i = 0; i + 1 < routes.size(); i++) {
      if (routes.get(i).matchers().isEmpty() && !routes.get(i).goesOn()) {
        warnings.add(
            "%s (line %d): never asked, since %s before it has no matchers and takes everything"
                .formatted(
                    routes.get(i + 1).place(), routes.get(i + 1).line(), routes.get(i).place()));
        return;
      }
    }
  }
}
