/** The most alerts that are kept: the newest. */
export const MOST = 10_000;

/*
 * The alerts that the page holds, newest first, and those of each incident. Both are kept in order as alerts come, so that one more
 * costs a search and a shift of an array, not a sort.
 */
export class Holdings {
  alerts = new Map();
  incidents = new Map();
  newestFirst = [];
  #byIncident = new Map();

  /** Begins anew with a picture of the server. */
  load(alerts, incidents) {
    this.alerts.clear();
    this.incidents.clear();
    this.#byIncident.clear();
    this.newestFirst.length = 0;
    for (const incident of incidents) this.incidents.set(incident.id, incident);
    const unique = new Map(alerts.map(alert => [alert.id, alert]));
    this.newestFirst.push(...[...unique.values()].sort(newer).slice(0, MOST));
    for (const alert of this.newestFirst) {
      this.alerts.set(alert.id, alert);
      this.#groupOf(alert).push(alert);
    }
  }

  /** Takes one alert, new or in the place of the one with its id. */
  put(alert) {
    const before = this.alerts.get(alert.id);
    if (before) this.#leave(before);
    this.alerts.set(alert.id, alert);
    insert(this.newestFirst, alert);
    insert(this.#groupOf(alert), alert);
    if (this.newestFirst.length > MOST) this.#leave(this.newestFirst.at(-1));
  }

  /** Takes one incident, new or in the place of the one with its id. */
  putIncident(incident) {
    this.incidents.set(incident.id, incident);
    if (this.incidents.size > 2 * MOST) this.#prune();
  }

  /** The alerts of an incident, newest first; empty where none is held. */
  of(incident) {
    return this.#byIncident.get(incident) ?? [];
  }

  /** The ids of all incidents that have alerts here. */
  incidentIds() {
    return this.#byIncident.keys();
  }

  /* An incident may come before its alerts do, so one without any is kept for a while; but not for all the days that a page is open. */
  #prune() {
    for (const id of this.incidents.keys()) if (!this.#byIncident.has(id)) this.incidents.delete(id);
  }

  #groupOf(alert) {
    const id = incidentOf(alert);
    let group = this.#byIncident.get(id);
    if (!group) this.#byIncident.set(id, (group = []));
    return group;
  }

  #leave(alert) {
    this.alerts.delete(alert.id);
    this.newestFirst.splice(place(this.newestFirst, alert), 1);
    const group = this.#groupOf(alert);
    group.splice(place(group, alert), 1);
    if (group.length === 0) {
      this.#byIncident.delete(incidentOf(alert));
      this.incidents.delete(incidentOf(alert));
    }
  }
}

/** The id of the incident that an alert belongs to: its own where it is alone. */
export function incidentOf(alert) {
  return alert.incident ?? alert.id;
}

function newer(a, b) {
  if (a.eventTime !== b.eventTime) return a.eventTime < b.eventTime ? 1 : -1;
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0;
}

function place(sorted, alert) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (newer(sorted[middle], alert) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function insert(sorted, alert) {
  sorted.splice(place(sorted, alert), 0, alert);
}
