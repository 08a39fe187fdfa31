package io.wirewatch.deliver.dispatch;

import io.wirewatch.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Incidents that stand and that something was heard of within the hour before the latest. */
final class Living {
  static final Duration WITHIN = Duration.ofHours(1);

  /** So many records before its place are read by who takes over. */
  static final int MOST = 5_000;

  private final Map<String, Incident> byId = new LinkedHashMap<>();
  private Instant latest = Instant.EPOCH;
  private List<Incident> all = List.of();
  private boolean isChanged;

  void add(Incident incident) {
    byId.remove(incident.getId());
    if (incident.getStanding() > 0) {
      byId.put(incident.getId(), incident);
    }
    if (incident.getLastEventTime().isAfter(latest)) {
      latest = incident.getLastEventTime();
    }
    if (byId.size() > MOST) {
      byId.remove(byId.keySet().iterator().next());
    }
    isChanged = true;
  }

  /** The latest event time of all. */
  Instant latest() {
    return latest;
  }

  /** All of them, the one last heard of at the end. */
  List<Incident> all() {
    if (isChanged) {
      byId.values().removeIf(one -> one.getLastEventTime().isBefore(latest.minus(WITHIN)));
      all = List.copyOf(byId.values());
      isChanged = false;
    }
    return all;
  }
}
