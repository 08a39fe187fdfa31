import { silenceTest } from './matchers.js';

const LONGEST_TIMER_MILLIS = 2 ** 31 - 1;
const NONE = Object.freeze([]);

/*
 * What the desk has decided about incidents. An incident is silenced while silences that hold hide each of its alerts that stand. A
 * silence begins and ends by the clock, so a timer runs until the next moment at which one does.
 */
export class Deciding {
  entries = new Map();
  #holdings;
  #changed;
  #about = new Map();
  #tests = new Map();
  #states = new Map();
  #timer = 0;

  /** @param {function()} changed is called when a silence begins or ends by the clock */
  constructor(holdings, changed) {
    this.#holdings = holdings;
    this.#changed = changed;
  }

  /** Begins anew. */
  load(entries) {
    this.entries.clear();
    for (const entry of entries) this.entries.set(entry.id, entry);
    this.#settle();
  }

  /** Takes an entry, new or in the place of the one with its id; or takes it away where it is gone. */
  put(entry) {
    if (entry.gone) this.entries.delete(entry.id);
    else this.entries.set(entry.id, entry);
    this.#settle();
  }

  /** Forgets what followed from the alerts of an incident. */
  forget(incident) {
    this.#states.delete(incident);
  }

  /** What holds of an incident: `{acknowledged?, assigned?, comments, silencedBy?}`. */
  of(incident) {
    return { comments: NONE, ...this.#about.get(incident), silencedBy: this.#known(incident).silencedBy };
  }

  /** 'open', 'acknowledged', 'silenced' or 'retracted'. */
  state(incident) {
    return this.#known(incident).state;
  }

  #known(incident) {
    let known = this.#states.get(incident);
    if (!known) this.#states.set(incident, (known = this.#judged(incident)));
    return known;
  }

  #judged(incident) {
    const standing = this.#holdings.of(incident).filter(alert => alert.status !== 'RETRACTED');
    if (standing.length === 0) return { state: 'retracted' };
    const hiding = standing.map(alert => this.#hiding(alert));
    const silencedBy = hiding.every(Boolean) ? hiding[0] : undefined;
    if (silencedBy) return { state: 'silenced', silencedBy };
    return { state: this.#about.get(incident)?.acknowledged ? 'acknowledged' : 'open' };
  }

  #hiding(alert) {
    for (const [entry, test] of this.#tests) if (test(alert)) return entry;
    return undefined;
  }

  #settle() {
    this.#about.clear();
    for (const entry of this.entries.values()) if (entry.incident) this.#note(entry);
    this.#holding(Date.now());
    this.#states.clear();
  }

  #note(entry) {
    const about = this.#about.get(entry.incident) ?? { comments: [] };
    if (entry.kind === 'ACKNOWLEDGEMENT') about.acknowledged = entry;
    if (entry.kind === 'ASSIGNMENT') about.assigned = entry;
    if (entry.kind === 'COMMENT') about.comments.push(entry);
    about.comments.sort((a, b) => (a.at < b.at ? -1 : 1));
    this.#about.set(entry.incident, about);
  }

  #holding(now) {
    const times = [];
    this.#tests.clear();
    for (const entry of this.entries.values()) {
      if (!entry.silence) continue;
      const [start, end] = [Date.parse(entry.silence.start), Date.parse(entry.silence.end)];
      if (start <= now && now < end) this.#tests.set(entry, silenceTest(entry.silence.matchers));
      times.push(start, end);
    }
    this.#wake(Math.min(...times.filter(time => time > now)) - now);
  }

  #wake(inMillis) {
    clearTimeout(this.#timer);
    if (!Number.isFinite(inMillis)) return;
    this.#timer = setTimeout(
      () => {
        this.#settle();
        this.#changed();
      },
      Math.min(inMillis, LONGEST_TIMER_MILLIS),
    );
  }
}
