import { h, replace } from './dom.js';
import { t } from './words.js';

const AT_ONCE = 4;

/*
 * Incidents that the reader picked, to decide about all of them at once. Picked ones stay picked while the list changes; those that
 * the filter hides are no longer picked, so that nobody decides about what they do not see.
 */
export class Picking {
  element = h('div', { class: 'picking', role: 'group', hidden: true });
  #picked = new Set();
  #last = null;
  #changed;
  #context;

  /** @param {function()} changed is called when others are picked */
  constructor(context, changed) {
    this.#context = context;
    this.#changed = changed;
    this.element.setAttribute('aria-label', t('pick.label'));
  }

  has(incident) {
    return this.#picked.has(incident);
  }

  /** Picks an incident, or no longer. */
  toggle(incident) {
    if (!this.#picked.delete(incident)) this.#picked.add(incident);
    this.#last = incident;
    this.#show();
  }

  /** Picks all rows from the one that was picked last to this one. */
  extend(incident, rows) {
    const ids = rows.map(row => row.id);
    const [from, to] = [ids.indexOf(this.#last), ids.indexOf(incident)].sort((a, b) => a - b);
    ids.slice(Math.max(0, from), to + 1).forEach(id => this.#picked.add(id));
    this.#show();
  }

  /** Keeps only those that are among these rows. */
  keep(rows) {
    if (this.#picked.size === 0) return;
    const there = new Set(rows.map(row => row.id));
    for (const id of this.#picked) if (!there.has(id)) this.#picked.delete(id);
    this.#show();
  }

  clear() {
    this.#picked.clear();
    this.#show();
  }

  /** Acknowledges those that are picked; those for which it failed stay picked. */
  async acknowledge() {
    const { store, api } = this.#context;
    const { acknowledge } = await import('./detail.js');
    const waiting = [...this.#picked];
    const failures = [];
    const work = async () => {
      for (let id = waiting.shift(); id; id = waiting.shift()) {
        try {
          await acknowledge(store, api, id);
          this.#picked.delete(id);
        } catch (failure) {
          failures.push(failure.message);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    this.#show(failures.length > 0 ? t('pick.failed', failures.length, failures[0]) : '');
  }

  #show(problem = '') {
    const count = this.#picked.size;
    this.element.hidden = count === 0;
    const off = !this.#context.store.mayWrite();
    replace(
      this.element,
      h('b', { role: 'status' }, t('pick.count', count)),
      h(
        'button',
        {
          type: 'button',
          class: 'primary',
          disabled: off,
          title: off ? t('keys.reader') : null,
          onclick: () => this.acknowledge(),
        },
        t('pick.acknowledge'),
      ),
      h('button', { type: 'button', class: 'plain', onclick: () => this.clear() }, t('pick.clear')),
      problem && h('p', { role: 'alert', class: 'problem' }, problem),
    );
    this.#changed();
  }
}
