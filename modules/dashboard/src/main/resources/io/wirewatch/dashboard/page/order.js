/*
 * In which order the list shows incidents. While the reader is somewhere in it, those that are there keep their places, whatever comes;
 * what came since then is only counted.
 */
export class Order {
  rows = [];
  #arrived = '';

  /** Takes the rows as they are now. @param {Object[]} shown the alerts of the rows */
  take(rows, shown) {
    this.rows = rows;
    this.#arrived = lastArrival(shown);
  }

  /**
   * Keeps the order: takes what changed of incidents that are there, and takes those away that are gone.
   *
   * @param {number} before rows before this one count as above
   * @returns {number} how many rows went above
   */
  keep(rows, before) {
    const now = new Map(rows.map(row => [row.id, row]));
    const goneAbove = this.rows.slice(0, before).filter(row => !now.has(row.id)).length;
    this.rows = this.rows.filter(row => now.has(row.id)).map(row => now.get(row.id));
    return goneAbove;
  }

  /** How many alerts arrived since the rows were taken. */
  fresh(shown) {
    return arrivedSince(shown, this.#arrived).length;
  }
}

/** When the last of these alerts arrived, ISO 8601; empty for none. */
export function lastArrival(alerts) {
  let time = '';
  for (const alert of alerts) if (alert.arrivedAt > time) time = alert.arrivedAt;
  return time;
}

/** Those of them that arrived after a time. */
export function arrivedSince(alerts, time) {
  return alerts.filter(alert => alert.arrivedAt > time);
}
