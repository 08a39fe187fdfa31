import { chips } from './chips.js';
import { isAll } from './criteria.js';
import { h, replace } from './dom.js';
import { icon } from './icons.js';
import { Row } from './row.js';
import { search } from './search.js';
import { stateBox } from './state.js';
import { savedViews } from './views.js';

const SPARE_ROWS = 4;
const STILL_MILLIS = 1_500;
const ANNOUNCE_MILLIS = 10_000;

/*
 * The incidents, newest first, in a list of rows of one height of which only those in sight exist. While somebody reads further down, or
 * is about to click, nothing moves: rows keep their order and a button says how many alerts are new.
 */
class List {
  #store;
  #t;
  #elements;
  #pool = [];
  #rows = [];
  #height = 0;
  #active = null;
  #filter = null;
  #arrived = '';
  #announced = { at: 0, arrived: '' };
  #pointed = 0;
  #drawing = false;

  constructor(element, { store, t, format }) {
    this.#store = store;
    this.#t = t;
    this.#elements = this.#made(element, format);
    const { grid } = this.#elements;
    grid.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    grid.addEventListener('click', event => this.#clicked(event));
    grid.addEventListener('keydown', event => this.#pressed(event));
    grid.addEventListener('pointermove', () => (this.#pointed = performance.now()), { passive: true });
    grid.addEventListener('focus', () => this.#active ?? this.activate(0));
    new ResizeObserver(() => this.#measure()).observe(grid);
    for (const name of ['alerts', 'desk', 'filter', 'connection']) store.on(name, () => this.#update());
    store.on('open', () => this.#opened());
    setInterval(() => this.#held() || this.#elements.pill.hidden || this.#update(), STILL_MILLIS);
    this.#measure();
    this.#update();
  }

  /** The incident that the keyboard is at; null where there is none. */
  get active() {
    return this.#active;
  }

  /** Moves by so many rows. */
  move(by) {
    const at = this.#rows.findIndex(row => row.id === this.#active);
    this.activate(at < 0 ? 0 : at + by);
  }

  /** Makes a row the one that the keyboard is at, and brings it into sight. */
  activate(index) {
    const { grid } = this.#elements;
    const at = Math.max(0, Math.min(this.#rows.length - 1, index));
    if (!this.#rows[at]) return;
    this.#active = this.#rows[at].id;
    const top = at * this.#height;
    if (top < grid.scrollTop) grid.scrollTop = top;
    else if (top + this.#height > grid.scrollTop + grid.clientHeight) grid.scrollTop = top + this.#height - grid.clientHeight;
    this.#draw();
    if (this.#store.open?.kind === 'incident') this.#store.openDetail('incident', this.#active);
  }

  /** Opens the row that the keyboard is at. */
  open() {
    if (this.#active) this.#store.openDetail('incident', this.#active);
  }

  focus() {
    this.#elements.grid.focus({ preventScroll: true });
  }

  #made(element, format) {
    const pill = h('button', { type: 'button', class: 'list-pill', hidden: true, onclick: () => this.#toTop() });
    const sum = h('p', { class: 'list-sum' });
    const space = h('div', { class: 'list-space', role: 'presentation' });
    const grid = h('div', { class: 'list-grid', role: 'grid', tabindex: '0', 'aria-label': this.#t('list.label'), 'aria-colcount': '3' }, space);
    const state = h('div', { class: 'list-state' });
    const showFilters = h('button', { type: 'button', class: 'show-filters', 'aria-controls': 'filters', onclick: () => document.getElementById('filters').classList.add('shown') },
      icon('filter'), this.#t('filters.title'));
    const showPlaces = h('button', { type: 'button', class: 'show-places', 'aria-pressed': 'false', 'aria-controls': 'places', onclick: () =>
      showPlaces.setAttribute('aria-pressed', String(document.getElementById('desk').classList.toggle('places-shown'))) }, icon('map'), this.#t('places.show'));
    replace(element,
      h('div', { class: 'list-top' }, search(this.#store), savedViews(this.#store), showFilters, showPlaces),
      chips(this.#store), sum, h('div', { class: 'list-body' }, grid, state, pill));
    return { pill, sum, space, grid, state, format };
  }

  #measure() {
    const { grid } = this.#elements;
    this.#height = parseFloat(getComputedStyle(grid).getPropertyValue('--row-height')) || 84;
    const needed = Math.ceil(grid.clientHeight / this.#height) + SPARE_ROWS;
    if (grid.clientHeight > 0 && needed !== this.#pool.length) {
      this.#pool = Array.from({ length: needed }, (_, slot) => new Row(slot));
      replace(this.#elements.space, this.#pool.map(row => row.element));
    }
    this.#resize();
    this.#draw();
  }

  /* Whether the reader is somewhere, so that nothing may move under their eyes or their pointer. */
  #held() {
    const { grid } = this.#elements;
    return grid.scrollTop > this.#height / 2 || performance.now() - this.#pointed < STILL_MILLIS;
  }

  #update() {
    const { grid, pill } = this.#elements;
    const rows = this.#store.rows();
    const fresh = this.#arrivals();
    if (this.#filter !== this.#store.filter) {
      if (this.#filter) grid.scrollTop = 0;
      this.#filter = this.#store.filter;
      this.#take(rows);
    } else if (this.#rows.length > 0 && this.#held()) {
      this.#keep(rows);
      pill.hidden = fresh === 0;
      if (fresh > 0) replace(pill, this.#t('list.new', fresh), h('span', { 'aria-hidden': 'true' }, '↑'));
    } else {
      this.#take(rows);
    }
    this.#announce();
    this.#resize();
    this.#states();
    this.#draw();
  }

  #take(rows) {
    this.#rows = rows;
    this.#arrived = latest(this.#store.shown());
    this.#elements.pill.hidden = true;
  }

  #keep(rows) {
    const { grid } = this.#elements;
    const now = new Map(rows.map(row => [row.id, row]));
    const firstInSight = Math.floor(grid.scrollTop / this.#height);
    const goneAbove = this.#rows.slice(0, firstInSight).filter(row => !now.has(row.id)).length;
    this.#rows = this.#rows.filter(row => now.has(row.id)).map(row => now.get(row.id));
    if (goneAbove > 0) grid.scrollTop -= goneAbove * this.#height;
  }

  #arrivals() {
    let count = 0;
    for (const alert of this.#store.shown()) if (alert.arrivedAt > this.#arrived) count++;
    return count;
  }

  /* Politely: not each alert, but every while how many there were. */
  #announce() {
    const shown = this.#store.shown();
    const now = performance.now();
    if (now - this.#announced.at < ANNOUNCE_MILLIS) return;
    const { arrived } = this.#announced;
    const fresh = arrived ? shown.filter(alert => alert.arrivedAt > arrived) : [];
    this.#announced = { at: now, arrived: latest(shown) };
    if (fresh.length === 0) return;
    const grave = fresh.filter(alert => alert.severity === 'CRITICAL').length;
    document.getElementById('said').textContent = this.#t('list.new', fresh.length) + (grave > 0 ? `, ${this.#t('list.newCritical', grave)}` : '');
  }

  #resize() {
    const { grid, space, sum, format } = this.#elements;
    space.style.setProperty('block-size', `${this.#rows.length * this.#height}px`);
    grid.setAttribute('aria-rowcount', String(this.#rows.length));
    replace(sum, h('b', null, this.#t('list.incidents', this.#store.rows().length)), ' · ', this.#t('list.alerts', this.#store.shown().length),
      !isAll(this.#store.filter) && ` ${this.#t('list.of', format.number(this.#store.alerts.size))}`);
  }

  #states() {
    const { state, grid } = this.#elements;
    const empty = this.#rows.length === 0;
    grid.hidden = empty;
    state.hidden = !empty;
    if (!empty) return;
    const { connection, alerts } = this.#store;
    if (alerts.size > 0) replace(state, stateBox('empty', this.#t('list.noneFits'), { label: this.#t('filters.clear'), run: () => this.#store.clearFilter() }));
    else if (connection === 'live') replace(state, stateBox('empty', this.#t('list.none')));
    else replace(state, stateBox(connection, this.#t(`list.${connection}`)));
  }

  #scrolled() {
    if (!this.#held() && !this.#elements.pill.hidden) this.#update();
    if (this.#drawing) return;
    this.#drawing = true;
    requestAnimationFrame(() => this.#draw());
  }

  #draw() {
    this.#drawing = false;
    const { grid } = this.#elements;
    const count = this.#pool.length;
    if (count === 0) return;
    const first = Math.max(0, Math.min(Math.floor(grid.scrollTop / this.#height) - (SPARE_ROWS >> 1), this.#rows.length - count));
    const opened = this.#store.open?.kind === 'incident' ? this.#store.open.id : null;
    let activeElement = '';
    for (let index = first; index < first + count; index++) {
      const row = this.#pool[index % count];
      const incident = this.#rows[index];
      row.place(incident ? index * this.#height : null);
      if (!incident) continue;
      const active = incident.id === this.#active;
      if (active) activeElement = row.element.id;
      row.fill(incident, { index, active, open: incident.id === opened, filter: this.#store.filter });
    }
    if (activeElement) grid.setAttribute('aria-activedescendant', activeElement);
    else grid.removeAttribute('aria-activedescendant');
  }

  #opened() {
    const { open } = this.#store;
    if (open?.kind === 'incident') this.#active = open.id;
    this.#draw();
  }

  #clicked(event) {
    const chip = event.target.closest('.chip');
    const id = event.target.closest('.row')?.dataset.incident;
    if (chip) {
      this.#store.toggle(chip.dataset.facet, event.altKey ? `!${chip.dataset.value}` : chip.dataset.value);
    } else if (id && String(getSelection()) === '') {
      this.#active = id;
      this.#store.openDetail('incident', id);
      this.#draw();
    }
  }

  #pressed(event) {
    const page = Math.max(1, Math.floor(this.#elements.grid.clientHeight / this.#height) - 1);
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity }[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (by !== undefined) {
      event.preventDefault();
      this.move(by);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.open();
    }
  }

  #toTop() {
    this.#elements.grid.scrollTop = 0;
    this.#pointed = 0;
    this.#update();
    this.focus();
  }
}

function latest(alerts) {
  let time = '';
  for (const alert of alerts) if (alert.arrivedAt > time) time = alert.arrivedAt;
  return time;
}

let mounted = null;

/** The list on the page, for the keyboard; null before it is there. */
export function list() {
  return mounted;
}

export function mount(element, context) {
  mounted = new List(element, context);
}
