package io.wirewatch.deliver.route;

import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.desk.LabelMatcher;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a silence would have hidden of the alerts that it is shown. For one thread. */
public final class SilencePreview {
  private static final int MOST_KNOWN = 1_000_000;

  private final List<LabelMatcher> matchers;
  private final AlertTally hidden = new AlertTally();
  private final Set<String> known = new HashSet<>();
  private int all;
  private @Nullable Instant oldest;

  /** Of a silence with these matchers. */
  public SilencePreview(List<LabelMatcher> matchers) {
    this.matchers = List.copyOf(matchers);
  }

  /** Shows it an alert that the broker took then; each counts once, retractions do not. */
  public void add(Alert alert, Instant taken) {
    if (alert.getStatus() == AlertStatus.RETRACTED || isKnown(alert.getId())) {
      return;
    }
    all++;
    oldest = oldest == null || taken.isBefore(oldest) ? taken : oldest;
    if (LabelMatcher.allFit(matchers, alert)) {
      hidden.add(alert, taken);
    }
  }

  private boolean isKnown(String id) {
    return known.size() < MOST_KNOWN ? !known.add(id) : known.contains(id);
  }

  /** How many alerts there were. */
  public int all() {
    return all;
  }

  /** When the oldest of them came; empty where there was none. */
  public Optional<Instant> oldest() {
    return Optional.ofNullable(oldest);
  }

  /** What would have been hidden. */
  public AlertTally hidden() {
    return hidden;
  }
}
