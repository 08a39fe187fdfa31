import * as criteria from './criteria.js';
import { Deciding } from './deciding.js';
import { Holdings, incidentOf } from './holdings.js';
import { Telling } from './telling.js';

const WINDOW_MILLIS = 30_000;
const VIEWS = ['alerts', 'articles', 'silences', 'health', 'test', 'reports'];

/*
 * What the page knows. Everything that changes it is a method here; who wants to know listens, and hears of a change at most once an
 * animation frame, of alerts at most five times a second. What is derived (shown, rows) is computed when it is first asked for
 * after a change.
 */
class Store {
  health = null;
  session = null;
  connection = 'loading';
  filter = criteria.ALL;
  open = null;
  view = { name: 'alerts', query: new URLSearchParams() };

  #holdings = new Holdings();
  #deciding = new Deciding(this.#holdings, () => this.#changed('desk'));
  #telling = new Telling();
  #derived = {};
  #made = new Map();

  constructor() {
    setInterval(() => this.filter.last && this.#changed('alerts'), WINDOW_MILLIS);
  }

  /** All alerts that are held, by id; at most 10,000. */
  get alerts() {
    return this.#holdings.alerts;
  }

  /** All incidents that are held, by id; an alert that is alone has none here. */
  get incidents() {
    return this.#holdings.incidents;
  }

  /** All entries of the desk, by id. */
  get desk() {
    return this.#deciding.entries;
  }

  /* ---- what the server says; called by stream.js and signin.js ---- */

  /** Begins anew with a picture. */
  load({ alerts, incidents, desk }) {
    this.#holdings.load(alerts, incidents);
    this.#made.clear();
    this.#deciding.load(desk);
    this.#changed('alerts');
    this.#changed('desk');
  }

  putAlert(alert) {
    const before = this.alerts.get(alert.id);
    this.#holdings.put(alert);
    if (before) this.#deciding.forget(incidentOf(before));
    this.#deciding.forget(incidentOf(alert));
    if (before) this.#made.delete(incidentOf(before));
    this.#made.delete(incidentOf(alert));
    this.#changed('alerts');
  }

  putIncident(incident) {
    this.#holdings.putIncident(incident);
    this.#made.delete(incident.id);
    this.#changed('alerts');
  }

  /** Takes a DeskEntry, or `{id, gone: true}`. Panels may call it with what a POST came back with. */
  putDesk(entry) {
    this.#deciding.put(entry);
    this.#changed('desk');
  }

  setHealth(health) {
    this.health = health;
    this.#changed('health');
  }

  /** @param {'loading'|'live'|'offline'|'error'} connection */
  setConnection(connection) {
    if (this.connection === connection) return;
    this.connection = connection;
    this.#changed('connection');
  }

  /** The answer of /api/session; `{signedOut: true, signIn, error}` where one has to sign in. */
  setSession(session) {
    this.session = Object.freeze({ ...session });
    this.#changed('session');
  }

  /** Whether this reader may decide something. */
  mayWrite() {
    return this.session?.role === 'operator';
  }

  /* ---- what the reader wants to see ---- */

  /** Changes parts of the filter, and the address with it. A window that ends now (`last`) and a range of times exclude each other. */
  setFilter(patch) {
    const range = patch.last ? { from: '', to: '' } : patch.from || patch.to ? { last: '' } : {};
    this.filter = criteria.frozen({ ...this.filter, ...patch, ...range });
    this.#changed('filter');
  }

  /** Adds a value to a facet, or takes it away; takes its opposite ("!value") away. */
  toggle(facet, value) {
    const values = this.filter[facet];
    const opposite = value.startsWith('!') ? value.slice(1) : `!${value}`;
    const others = values.filter(one => one !== value && one !== opposite);
    this.setFilter({ [facet]: values.includes(value) ? others : [...others, value] });
  }

  /** Lets everything pass. */
  clearFilter() {
    this.filter = criteria.ALL;
    this.#changed('filter');
  }

  /** Shows an incident or an article beside the list. @param {'incident'|'article'} kind */
  openDetail(kind, id) {
    if (this.open?.kind === kind && this.open.id === id) return;
    this.open = Object.freeze({ kind, id });
    this.#changed('open');
  }

  closeDetail() {
    if (!this.open) return;
    this.open = null;
    this.#changed('open');
  }

  /** Goes to a tab: 'alerts', 'articles', 'silences', 'health', 'test', 'reports'; with parameters for it. */
  go(name, query = new URLSearchParams()) {
    if (name !== this.view.name) this.closeDetail();
    this.view = { name: VIEWS.includes(name) ? name : 'alerts', query: new URLSearchParams(query) };
    this.#changed('view');
  }

  /* ---- what follows from it ---- */

  /** The alerts that pass the filter, newest first. Not to be changed. */
  shown() {
    return (this.#derived.shown ??= this.#holdings.newestFirst.filter(this.#passes()));
  }

  /** The incidents of {@link shown}, the one with the newest alert first. Not to be changed. */
  rows() {
    return (this.#derived.rows ??= this.#rowsOf(this.shown()));
  }

  /** One incident with all of its alerts, whatever the filter; null where none of them is held. */
  row(incident) {
    const alerts = this.#holdings.of(incident);
    return alerts.length === 0 ? null : this.#rowOf(incident, alerts);
  }

  /** How often each value of each facet, and each state, is among what the rest of the filter lets pass: facet → Map value → count. */
  counts() {
    return (this.#derived.counts ??= this.#counted());
  }

  /** The state of an alert: 'open', 'acknowledged' or 'silenced'; 'retracted' where its incident is taken back. */
  stateOf(alert) {
    return this.#deciding.state(incidentOf(alert));
  }

  /** Incidents that nobody has acknowledged, silenced or taken back, by severity. */
  openBySeverity() {
    return (this.#derived.open ??= this.#openCounted());
  }

  /** Standing alerts that happened since a time, by severity. @param {string} since ISO 8601 */
  bySeverity(since) {
    const counts = { CRITICAL: 0, HIGH: 0, MEDIUM: 0, LOW: 0 };
    for (const alert of this.#holdings.newestFirst) {
      if (alert.eventTime < since) break;
      if (alert.status !== 'RETRACTED') counts[alert.severity]++;
    }
    return counts;
  }

  /**
   * Listens.
   *
   * @param {'alerts'|'desk'|'filter'|'open'|'health'|'connection'|'session'|'view'} name
   * @param {boolean} urgent whether it is told before the others
   * @returns {function()} stops listening
   */
  on(name, listener, urgent = false) {
    return this.#telling.on(name, listener, urgent);
  }

  #passes() {
    const failing = criteria.failing(this.filter, alert => this.stateOf(alert));
    return alert => failing(alert) === 0;
  }

  #rowsOf(alerts) {
    const groups = new Map();
    for (const alert of alerts) {
      const id = incidentOf(alert);
      const group = groups.get(id);
      if (group) group.push(alert);
      else groups.set(id, [alert]);
    }
    return Array.from(groups, ([id, group]) => this.#madeRow(id, group));
  }

  /* Of thousands of rows some few change at a time; what changes one takes it away from here. */
  #madeRow(id, alerts) {
    const made = this.#made.get(id);
    if (made && made.alerts.length === alerts.length && made.alerts[0] === alerts[0]) return made;
    const row = this.#rowOf(id, alerts);
    this.#made.set(id, row);
    return row;
  }

  #rowOf(id, alerts) {
    const severity = this.#severity(id, alerts);
    return { id, alerts, severity, time: alerts[0].eventTime, ...this.#deciding.of(id) };
  }

  /* That of the incident; an alert that came before its incident's record did may be graver. */
  #severity(id, alerts) {
    const known = this.incidents.get(id);
    let rank = known ? criteria.RANKS[known.severity] : Infinity;
    for (const alert of alerts) {
      if (alert.status !== 'RETRACTED') rank = Math.min(rank, criteria.RANKS[alert.severity]);
    }
    return criteria.SEVERITIES[rank] ?? alerts[0].severity;
  }

  /* Asked after each new alert, over all alerts: plain loops, and nothing made along the way. */
  #counted() {
    const counts = new Map([...criteria.FACETS, 'state'].map(facet => [facet, new Map()]));
    const [single, regions] = [
      criteria.SINGLE.map(facet => ({ facet, bit: criteria.bitOf(facet), of: counts.get(facet) })),
      counts.get('region'),
    ];
    const failing = criteria.failing(this.filter, alert => this.stateOf(alert));
    for (const alert of this.#holdings.newestFirst) {
      const failed = failing(alert);
      if ((failed & (failed - 1)) !== 0) continue; // more than one condition: no single choice would bring it back
      for (const { facet, bit, of } of single) if (failed === 0 || failed === bit) add(of, alert[facet]);
      if (failed === 0 || failed === criteria.bitOf('region'))
        for (const region of criteria.valuesOf(alert, 'region')) add(regions, region);
      if (failed === 0 || failed === criteria.STATE_BIT) add(counts.get('state'), this.stateOf(alert));
    }
    return counts;
  }

  #openCounted() {
    const counts = { CRITICAL: 0, HIGH: 0, MEDIUM: 0, LOW: 0 };
    for (const id of this.#holdings.incidentIds()) {
      if (this.#deciding.state(id) === 'open') counts[this.#severity(id, this.#holdings.of(id))]++;
    }
    return counts;
  }

  #changed(name) {
    if (name === 'alerts' || name === 'desk' || name === 'filter') this.#derived = {};
    if (name === 'desk' || name === 'filter') this.#made.clear();
    this.#telling.changed(name);
  }
}

function add(counts, value) {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

/** What the page knows; there is one. */
export const store = new Store();
