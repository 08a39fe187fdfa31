package io.wirewatch.dashboard.picture;

import io.wirewatch.Incident;

/** What is known of an incident, as pages get it. */
final class IncidentLine {
  private IncidentLine() {}

  static byte[] of(Incident incident) {
    return Json.object(
        json ->
            json.put("id", incident.getId())
                .put("revision", incident.getRevision())
                .put("severity", incident.getSeverity().name())
                .put("standing", incident.getStanding())
                .put("rules", incident.getRules())
                .put("sources", incident.getSources())
                .put("languages", incident.getLanguages())
                .put("regions", incident.getRegions())
                .put("actors", incident.getActors())
                .put("firstEventTime", incident.getFirstEventTime())
                .put("lastEventTime", incident.getLastEventTime()));
  }
}
