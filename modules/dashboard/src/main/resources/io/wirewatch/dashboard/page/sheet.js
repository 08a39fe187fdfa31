import { h, replace } from './dom.js';
import { Row } from './row.js';

const SPARE_ROWS = 4;

/*
 * Rows of one height, of which only those in sight exist, and a few more: a row that leaves at one end is filled anew and comes in at
 * the other. What is in the document does not grow with what is in the list.
 */
export class Sheet {
  element;
  height = 84;
  #space = h('div', { class: 'list-space', role: 'presentation' });
  #pool = [];
  #rows = [];
  #drawing = false;
  #how;

  /**
   * @param {string} label what a screen reader calls it
   * @param {function(Object): Object} how how a row looks: `{active, open, picked, filter}`
   */
  constructor(label, how) {
    this.#how = how;
    this.element = h(
      'div',
      {
        class: 'list-grid',
        role: 'grid',
        tabindex: '0',
        'aria-label': label,
        'aria-colcount': '3',
        'aria-multiselectable': 'true',
      },
      this.#space,
    );
    this.element.addEventListener('scroll', () => this.#soon(), { passive: true });
    new ResizeObserver(() => this.#measure()).observe(this.element);
  }

  /** The first row that is in sight at least in part. */
  get first() {
    return Math.floor(this.element.scrollTop / this.height);
  }

  /** How many rows are in sight in full. */
  get page() {
    return Math.max(1, Math.floor(this.element.clientHeight / this.height));
  }

  /** Shows these rows. */
  show(rows) {
    this.#rows = rows;
    this.#space.style.setProperty('block-size', `${rows.length * this.height}px`);
    this.element.setAttribute('aria-rowcount', String(rows.length));
    this.draw();
  }

  /** Scrolls as little as it takes to have a row in sight. */
  reveal(index) {
    const { element, height } = this;
    const top = index * height;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + height > element.scrollTop + element.clientHeight) element.scrollTop = top + height - element.clientHeight;
  }

  /** Draws what is in sight. */
  draw() {
    this.#drawing = false;
    const count = this.#pool.length;
    const first = Math.max(0, Math.min(this.first - (SPARE_ROWS >> 1), this.#rows.length - count));
    let active = null;
    for (let index = first; index < first + count; index++) {
      const row = this.#pool[index % count];
      const incident = this.#rows[index];
      row.place(incident ? index * this.height : null);
      if (!incident) continue;
      const how = this.#how(incident);
      if (how.active) active = row.element.id;
      row.fill(incident, { ...how, index });
    }
    if (active) this.element.setAttribute('aria-activedescendant', active);
    else this.element.removeAttribute('aria-activedescendant');
  }

  #soon() {
    if (this.#drawing) return;
    this.#drawing = true;
    requestAnimationFrame(() => this.draw());
  }

  #measure() {
    const { element } = this;
    if (element.clientHeight === 0) return; // on a tab that is not in sight
    this.height = parseFloat(getComputedStyle(element).getPropertyValue('--row-height')) || this.height;
    const needed = Math.ceil(element.clientHeight / this.height) + SPARE_ROWS;
    if (needed !== this.#pool.length) {
      this.#pool = Array.from({ length: needed }, (_, slot) => new Row(slot));
      replace(
        this.#space,
        this.#pool.map(row => row.element),
      );
    }
    this.show(this.#rows);
  }
}
