const HIDDEN_MILLIS = 500;
const CROWD_MILLIS = 200;
const CROWDED = 'alerts';

/*
 * Tells listeners what changed: many changes of one animation frame are one call, and of alerts there are at most five calls a second,
 * however many come.
 */
export class Telling {
  #listeners = new Map();
  #due = new Set();
  #waiting = false;
  #lastCrowded = -Infinity;

  constructor() {
    // Frames stop when the page is hidden, also one that is waited for; and the title of a hidden page has to say what is new.
    document.addEventListener('visibilitychange', () => this.#waiting && document.hidden && this.#wait());
  }

  /** Listens to a name. @returns {function()} stops listening */
  on(name, listener) {
    if (!this.#listeners.has(name)) this.#listeners.set(name, new Set());
    this.#listeners.get(name).add(listener);
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
      for (const listener of [...(this.#listeners.get(name) ?? [])]) told(listener, name);
    }
    if (this.#due.size > 0 && !this.#waiting) this.#wait();
  }

  #crowdIsDue() {
    const now = performance.now();
    if (now - this.#lastCrowded < CROWD_MILLIS) return false;
    this.#lastCrowded = now;
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
