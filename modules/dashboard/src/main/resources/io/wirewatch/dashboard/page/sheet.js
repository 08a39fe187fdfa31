import { h, replace } from './dom.js';
import { Row } from './row.js';

const SPARE_ROWS = 4;

/*
 * Rows of one height, of which only those in sight exist, and a few more: a row that leaves at one end is filled anew and comes in at
 * the other, and one that stays in sight keeps its element wherever it goes. What is in the document does not grow with what is in the list.
 */
export class Sheet {
  element;
  height = 84;
  #space = h('div', { class: 'list-space', role: 'presentation' });
  #pool = [];
  #rows = [];
  #drawing = false;
  #top = 0;
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
    this.element.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    new ResizeObserver(() => this.#measure()).observe(this.element);
  }

  /** How far it is scrolled, in pixels. Known from the last scroll event: to ask the element would lay out the page each time. */
  get top() {
    return this.#top;
  }

  set top(pixels) {
    this.element.scrollTop = pixels;
    this.#top = this.element.scrollTop;
  }

  /** The first row that is in sight at least in part. */
  get first() {
    return Math.floor(this.#top / this.height);
  }

  /** How many rows are in sight in full. */
  get page() {
    return Math.max(1, Math.floor(this.element.clientHeight / this.height));
  }

  /** Shows these rows. */
  show(rows) {
    const fewer = rows.length < this.#rows.length;
    this.#rows = rows;
    this.#space.style.setProperty('block-size', `${rows.length * this.height}px`);
    this.element.setAttribute('aria-rowcount', String(rows.length));
    if (fewer && this.#top > 0) this.#top = this.element.scrollTop; // it may have been below the end
    this.draw();
  }

  /** Scrolls as little as it takes to have a row in sight. */
  reveal(index) {
    const { element, height } = this;
    const top = index * height;
    if (top < this.#top) this.top = top;
    else if (top + height > this.#top + element.clientHeight) this.top = top + height - element.clientHeight;
  }

  /** Draws what is in sight. */
  draw() {
    this.#drawing = false;
    const count = this.#pool.length;
    const first = Math.max(0, Math.min(this.first - (SPARE_ROWS >> 1), this.#rows.length - count));
    const shown = this.#rows.slice(first, first + count);
    const taken = this.#taken(shown);
    let active = null;
    for (const [at, incident] of shown.entries()) {
      const index = first + at;
      const row = taken.get(incident.id);
      row.place(index * this.height);
      const how = this.#how(incident);
      if (how.active) active = row.element.id;
      row.fill(incident, { ...how, index });
    }
    if (active) this.element.setAttribute('aria-activedescendant', active);
    else this.element.removeAttribute('aria-activedescendant');
  }

  /* Which element shows which of these: its own where it has one, else one that has left. */
  #taken(shown) {
    const taken = new Map();
    const wanted = new Set(shown.map(incident => incident.id));
    const left = [];
    for (const row of this.#pool) {
      if (wanted.has(row.incident) && !taken.has(row.incident)) taken.set(row.incident, row);
      else left.push(row);
    }
    for (const id of wanted) if (!taken.has(id)) taken.set(id, left.pop());
    for (const row of left) row.place(null);
    return taken;
  }

  #scrolled() {
    this.#top = this.element.scrollTop;
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
