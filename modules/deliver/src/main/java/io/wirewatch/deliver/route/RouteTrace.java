package io.wirewatch.deliver.route;

import io.wirewatch.Alert;
import io.wirewatch.desk.LabelMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What became of each route of a tree when it was asked about an alert. */
public final class RouteTrace {
  private final Alert alert;
  private final List<Step> steps = new ArrayList<>();

  private RouteTrace(Alert alert) {
    this.alert = alert;
  }

  /** What a route said. */
  public enum Verdict {
    /** The alert goes where it leads. */
    DECIDES,
    /** It fits, and routes below it decide. */
    FITS,
    /** The alert does not fit one of its matchers. */
    DOES_NOT_FIT,
    /** One before it took the alert and does not go on, or the one above does not fit. */
    NOT_ASKED
  }

  /**
   * A route.
   *
   * @param depth 0 is the root
   * @param missed the first matcher that the alert does not fit; empty where it fits all, or was
   *     not asked
   */
  public record Step(Route route, int depth, Verdict verdict, Optional<LabelMatcher> missed) {}

  /** All routes, as they stand in the file. */
  public static List<Step> of(Route root, Alert alert) {
    RouteTrace trace = new RouteTrace(alert);
    trace.ask(root, 0);
    return List.copyOf(trace.steps);
  }

  /** Whether the route fits. */
  private boolean ask(Route route, int depth) {
    Optional<LabelMatcher> missed =
        route.matchers().stream().filter(matcher -> !matcher.fits(alert)).findFirst();
    if (missed.isPresent()) {
      steps.add(new Step(route, depth, Verdict.DOES_NOT_FIT, missed));
      route.routes().forEach(below -> skip(below, depth + 1));
      return false;
    }
    int place = steps.size();
    steps.add(new Step(route, depth, Verdict.FITS, missed));
    boolean any = false;
    boolean ended = false;
    for (Route below : route.routes()) {
      if (ended) {
        skip(below, depth + 1);
      } else {
        boolean took = ask(below, depth + 1);
        any |= took;
        ended = took && !below.goesOn();
      }
    }
    if (!any) {
      steps.set(place, new Step(route, depth, Verdict.DECIDES, missed));
    }
    return true;
  }

  private void skip(Route route, int depth) {
    steps.add(new Step(route, depth, Verdict.NOT_ASKED, Optional.empty()));
    route.routes().forEach(below -> skip(below, depth + 1));
  }
}
