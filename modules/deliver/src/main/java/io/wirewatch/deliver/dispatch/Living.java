package io.wirewatch.deliver.dispatch;

import io.wirewatch.Incident;
import io.wirewatch.IncidentChange;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The newest record of each alert that stands, as far as they are not too many. */
final class Living {
  /** So many are known; so many records before its place are read by who takes over. */
  static final int MOST = 5_000;

  private final Map<String, Incident> byAlert = new LinkedHashMap<>();
  private Instant latest = Instant.EPOCH;
  private List<Incident> all = List.of();
  private boolean isChanged;

  void add(Incident incident) {
    String alert = incident.getAlert().getId();
    byAlert.remove(alert);
    if (incident.getChange() != IncidentChange.RETRACTED) {
      byAlert.put(alert, incident);
    }
    if (incident.getLastEventTime().isAfter(latest)) {
      latest = incident.getLastEventTime();
    }
    if (byAlert.size() > MOST) {
      byAlert.remove(byAlert.keySet().iterator().next());
    }
    isChanged = true;
  }

  /** The latest event time of all. */
  Instant latest() {
    return latest;
  }

  /** All of them, the one that came last at the end. */
  List<Incident> all() {
    if (isChanged) {
      all = List.copyOf(byAlert.values());
      isChanged = false;
    }
    return all;
  }
}
