package io.wirewatch.deliver.route;

import io.wirewatch.Alert;
import io.wirewatch.desk.Label;
import io.wirewatch.desk.LabelMatcher;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * Alerts that are not told while others are there.
 *
 * @param source what the others fit
 * @param target what is held back
 * @param equal labels of which both have a value in common
 * @param within how far apart the event times of both may be
 */
public record Inhibition(
    String name,
    List<LabelMatcher> source,
    List<LabelMatcher> target,
    List<Label> equal,
    Duration within) {

  /** Matchers that are never empty. */
  public Inhibition {
    source = List.copyOf(source);
    target = List.copyOf(target);
    equal = List.copyOf(equal);
  }

  /** Whether an alert could hold back others. */
  boolean mayHoldBack(Alert other) {
    return LabelMatcher.allFit(source, other);
  }

  /** Whether an alert could be held back by others. */
  public boolean mayBeHeldBack(Alert alert) {
    return LabelMatcher.allFit(target, alert);
  }

  /** Whether an alert is held back where the others stand. */
  boolean holdsBack(Alert alert, List<Alert> others) {
    if (!mayBeHeldBack(alert)) {
      return false;
    }
    boolean both = LabelMatcher.allFit(source, alert);
    // Two that fit both sides would hold back one another, and nobody would be told of either.
    return others.stream()
        .filter(other -> !other.getId().equals(alert.getId()))
        .filter(other -> isNear(alert, other) && share(alert, other))
        .filter(other -> mayHoldBack(other))
        .anyMatch(other -> !both || !LabelMatcher.allFit(target, other));
  }

  private boolean isNear(Alert alert, Alert other) {
    Duration apart = Duration.between(other.getEventTime(), alert.getEventTime()).abs();
    return apart.compareTo(within) <= 0;
  }

  private boolean share(Alert alert, Alert other) {
    return equal.stream()
        .noneMatch(label -> Collections.disjoint(label.of(alert), label.of(other)));
  }
}
