package io.wirewatch.deliver.route;

import io.wirewatch.Alert;
import io.wirewatch.desk.LabelMatcher;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A node of the routing tree, with what it has from the one above.
 *
 * @param place where it stands in the tree: {@code route 2.1} is the first in the second one
 * @param line where it stands in the file, from 1
 * @param matchers all of which an alert has to fit; empty: every alert does
 * @param goesOn whether the routes behind it are asked too
 * @param telling where it leads
 * @param routes asked before itself, in their order
 */
public record Route(
    String place,
    int line,
    List<LabelMatcher> matchers,
    boolean goesOn,
    Telling telling,
    List<Route> routes) {

  /** What a file says where it wants alerts to go nowhere. */
  public static final String NOBODY = "nobody";

  /** Routes in any number. */
  public Route {
    matchers = List.copyOf(matchers);
    routes = List.copyOf(routes);
  }

  /** Who is told, what together, and when. */
  public record Telling(String target, List<GroupLabel> groupBy, Plan.Timing timing) {

    /** Group labels without duplicates; none: everything is one group. */
    public Telling {
      groupBy = List.copyOf(groupBy);
    }

    /** What forbids it at a time; see {@link Plan.Hours}. */
    public java.util.Optional<String> mutedAt(Instant time) {
      return timing.hours().mutedAt(time);
    }
  }

  /**
   * The routes that decide where an alert goes: the first of the routes below that fits and
   * whatever follows it while they go on, or this one where none fits. Empty where this one does
   * not fit.
   */
  public List<Route> deciding(Alert alert) {
    if (!LabelMatcher.allFit(matchers, alert)) {
      return List.of();
    }
    List<Route> below = new java.util.ArrayList<>();
    for (Route route : routes) {
      List<Route> found = route.deciding(alert);
      below.addAll(found);
      if (!found.isEmpty() && !route.goesOn()) {
        break;
      }
    }
    return below.isEmpty() ? List.of(this) : List.copyOf(below);
  }

  /** This one and all below it, as they stand in the file. */
  public Stream<Route> all() {
    return Stream.concat(Stream.of(this), routes.stream().flatMap(Route::all));
  }
}
