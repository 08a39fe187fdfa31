const HIDDEN_MILLIS = 500;
const CROWD_MILLIS = 200;
const LONGEST_CROWD_MILLIS = 1_000;
const LEAST_REST = 8;
const LONGEST_MILLIS = 8;
const CROWDED = 'alerts';
const SPREAD = new Set(['alerts', 'desk', 'filter']);

/*
 * Tells listeners what changed: many changes of one animation frame are one call, and of alerts there are at most five calls a second,
 * however many come, and fewer where telling takes long: then the page rests eight times as long as it took, a second at most. Listeners that take long are spread over frames, so that none of these is late; those that are urgent come first.
 */
export class Telling {
  #listeners = new Map();
  #due = new Set();
  #waiting = false;
  #left = [];
  #lastCrowded = -Infinity;
  #tookMillis = 0;

  constructor() {
    // Frames stop when the page is hidden, also one that is waited for; and the title of a hidden page has to say what is new.
    document.addEventListener('visibilitychange', () => this.#waiting && document.hidden && this.#wait());
  }

  /**
   * Listens to a name.
   *
   * @param {boolean} urgent whether it comes before the others
   * @returns {function()} stops listening
   */
  on(name, listener, urgent = false) {
    const others = this.#listeners.get(name) ?? [];
    this.#listeners.set(name, urgent ? new Set([listener, ...others]) : new Set([...others, listener]));
    return () => this.#listeners.get(name).delete(listener);
  }

  /** Says that what has this name changed. */
  changed(name) {
    this.#due.add(name);
    if (!this.#waiting) this.#wait();
  }

  #wait() {
    this.#waiting = true;
    if (document.hidden) setTimeout(() => this.#tell(), HIDDEN_MILLIS);
    else requestAnimationFrame(() => this.#tell());
  }

  #tell() {
    this.#waiting = false;
    const due = [...this.#due].filter(name => name !== CROWDED || this.#crowdIsDue());
    for (const name of due) this.#due.delete(name);
    for (const name of due) {
      for (const listener of this.#listeners.get(name) ?? []) {
        if (!SPREAD.has(name)) told(listener, name);
        else if (!this.#left.some(one => one.listener === listener)) this.#left.push({ listener, name });
      }
    }
    this.#tellSome();
    if ((this.#due.size > 0 || this.#left.length > 0) && !this.#waiting) this.#wait();
  }

  #tellSome() {
    const begin = performance.now();
    const end = document.hidden ? Infinity : begin + LONGEST_MILLIS;
    do {
      const next = this.#left.shift();
      if (next && this.#listeners.get(next.name).has(next.listener)) told(next.listener, next.name);
    } while (this.#left.length > 0 && performance.now() < end);
    this.#tookMillis += performance.now() - begin;
  }

  #crowdIsDue() {
    const now = performance.now();
    const rest = Math.min(LONGEST_CROWD_MILLIS, Math.max(CROWD_MILLIS, LEAST_REST * this.#tookMillis));
    if (now - this.#lastCrowded < rest) return false;
    this.#lastCrowded = now;
    this.#tookMillis = 0;
    return true;
  }
}

function told(listener, name) {
  try {
    listener();
  } catch (failure) {
    console.error(`a listener to ${name} failed`, failure); // one panel that fails must not keep the others from hearing
  }
}
