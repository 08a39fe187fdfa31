package io.wirewatch.deliver.dispatch;

import io.wirewatch.Incident;
import io.wirewatch.IncidentChange;
import io.wirewatch.ToldIncident;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a target knows of a group's incidents: a view of the list in its state. */
final class Told {
  static final int MOST = 100;

  private final List<ToldIncident> incidents;

  Told(List<ToldIncident> incidents) {
    this.incidents = incidents;
  }

  Optional<ToldIncident> of(String incident) {
    return incidents.stream().filter(told -> told.getIncident().equals(incident)).findFirst();
  }

  boolean hasAlert(Incident incident) {
    return of(incident.getId())
        .filter(told -> told.getAlerts().contains(incident.getAlert().getId()))
        .isPresent();
  }

  /** Whether anything that was told stands. */
  boolean stands() {
    return !incidents.isEmpty();
  }

  /** From now on the target knows this too. */
  void learn(Incident incident) {
    ToldIncident told =
        of(incident.getId())
            .orElseGet(
                () ->
                    new ToldIncident(
                        incident.getId(), incident.getSeverity(), new ArrayList<>(), 0));
    incidents.remove(told);
    apply(told, incident);
    if (stands(told)) {
      incidents.add(told);
    }
    if (incidents.size() > MOST) {
      incidents.remove(0);
    }
  }

  /** What of an incident is known after one more record. */
  static void apply(ToldIncident told, Incident incident) {
    List<String> alerts = told.getAlerts();
    String alert = incident.getAlert().getId();
    if (incident.getChange() == IncidentChange.RETRACTED) {
      if (!alerts.remove(alert)) {
        told.setUnlisted(Math.max(0, told.getUnlisted() - 1));
      }
      if (incident.getStanding() == 0) {
        alerts.clear();
        told.setUnlisted(0);
      }
      return;
    }
    if (!alerts.contains(alert)) {
      alerts.add(alert);
    }
    if (alerts.size() > MOST) {
      alerts.remove(0);
      told.setUnlisted(told.getUnlisted() + 1);
    }
    if (told.getSeverity().compareTo(incident.getSeverity()) < 0) {
      told.setSeverity(incident.getSeverity());
    }
  }

  /** Whether anything of it stands. */
  static boolean stands(ToldIncident told) {
    return !told.getAlerts().isEmpty() || told.getUnlisted() > 0;
  }

  /** The same, in lists of its own that can be changed. */
  static ToldIncident copy(ToldIncident told) {
    return new ToldIncident(
        told.getIncident(),
        told.getSeverity(),
        new ArrayList<>(told.getAlerts()),
        told.getUnlisted());
  }
}
