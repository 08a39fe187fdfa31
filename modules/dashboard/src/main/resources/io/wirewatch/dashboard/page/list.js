import { chips } from './chips.js';
import { isAll } from './criteria.js';
import { h, replace } from './dom.js';
import { icon } from './icons.js';
import { Order, arrivedSince, lastArrival } from './order.js';
import { Picking } from './picking.js';
import { search } from './search.js';
import { Sheet } from './sheet.js';
import { stateBox } from './state.js';
import { savedViews } from './views.js';

const STILL_MILLIS = 1_500;
const ANNOUNCE_MILLIS = 10_000;

/*
 * The incidents, newest first. While somebody reads further down, or is about to click, nothing moves: rows keep their places and a
 * button says how many alerts are new.
 */
class List {
  #store;
  #t;
  #format;
  #order = new Order();
  #picking;
  #sheet;
  #pill = h('button', { type: 'button', class: 'list-pill', hidden: true, onclick: () => this.#toTop() });
  #sum = h('p', { class: 'list-sum' });
  #state = h('div', { class: 'list-state' });
  #active = null;
  #filter = null;
  #pointed = -Infinity;
  #announced = null;
  #said = '';

  constructor(element, context) {
    const { store, t, format } = context;
    this.#store = store;
    this.#t = t;
    this.#format = format;
    this.#sheet = new Sheet(t('list.label'), row => this.#how(row));
    this.#picking = new Picking(context, () => this.#sheet.draw());
    replace(
      element,
      h('div', { class: 'list-top' }, search(store), savedViews(store), filtersButton(t), placesButton(t)),
      chips(store),
      this.#sum,
      h('div', { class: 'list-body' }, this.#sheet.element, this.#state, this.#pill, this.#picking.element),
    );
    this.#listen();
    this.#update();
  }

  /** The incident that the keyboard is at; null where there is none. */
  get active() {
    return this.#active;
  }

  /** Moves by so many rows. */
  move(by) {
    const at = this.#order.rows.findIndex(row => row.id === this.#active);
    this.#activate(at < 0 ? 0 : at + by);
  }

  /** Opens the row that the keyboard is at. */
  open() {
    if (this.#active) this.#store.openDetail('incident', this.#active);
  }

  /** Picks the row that the keyboard is at, or no longer. */
  pick() {
    if (this.#active) this.#picking.toggle(this.#active);
  }

  /** Acknowledges what is picked. @returns whether something is */
  acknowledgePicked() {
    const some = this.#order.rows.some(row => this.#picking.has(row.id));
    if (some) this.#picking.acknowledge();
    return some;
  }

  focus() {
    this.#sheet.element.focus({ preventScroll: true });
  }

  #listen() {
    const { element } = this.#sheet;
    const update = () => this.#update();
    for (const name of ['alerts', 'desk', 'filter', 'connection']) this.#store.on(name, update, true);
    this.#store.on('open', () => this.#opened());
    element.addEventListener('click', event => this.#clicked(event));
    element.addEventListener('keydown', event => this.#pressed(event));
    element.addEventListener('pointermove', () => (this.#pointed = performance.now()), { passive: true });
    element.addEventListener('focus', () => this.#active ?? this.#activate(0));
    element.addEventListener('scroll', () => this.#release(), { passive: true });
    setInterval(() => this.#release(), STILL_MILLIS);
    setInterval(() => this.#announce(), ANNOUNCE_MILLIS);
  }

  #how(row) {
    const { open, filter } = this.#store;
    return {
      active: row.id === this.#active,
      open: open?.kind === 'incident' && open.id === row.id,
      picked: this.#picking.has(row.id),
      filter,
    };
  }

  /* Whether the reader is somewhere, so that nothing may move under their eyes or their pointer. */
  #held() {
    return this.#sheet.top > this.#sheet.height / 2 || performance.now() - this.#pointed < STILL_MILLIS;
  }

  /* The reader is back at the top, or the pointer rests: what is new may come in. */
  #release() {
    if (!this.#pill.hidden && !this.#held()) this.#update();
  }

  #update() {
    const rows = this.#store.rows();
    const shown = this.#store.shown();
    const another = this.#filter !== this.#store.filter;
    if (another && this.#filter) this.#sheet.top = 0;
    this.#filter = this.#store.filter;
    if (another || this.#order.rows.length === 0 || !this.#held()) {
      this.#order.take(rows, shown);
    } else {
      const goneAbove = this.#order.keep(rows, this.#sheet.first);
      if (goneAbove > 0) this.#sheet.top -= goneAbove * this.#sheet.height;
    }
    this.#say(this.#order.fresh(shown));
    this.#states();
    this.#sheet.show(this.#order.rows);
    this.#picking.keep(rows);
  }

  #say(fresh) {
    const t = this.#t;
    this.#pill.hidden = fresh === 0;
    this.#sum.hidden = this.#store.alerts.size === 0;
    const [incidents, alerts] = [t('list.incidents', this.#store.rows().length), t('list.alerts', this.#store.shown().length)];
    const of = isAll(this.#store.filter) ? '' : t('list.of', this.#format.number(this.#store.alerts.size));
    const said = [fresh, incidents, alerts, of].join();
    if (said === this.#said) return; // what stays costs no layout
    this.#said = said;
    if (fresh > 0) replace(this.#pill, t('list.new', fresh), h('span', { 'aria-hidden': 'true' }, '↑'));
    replace(this.#sum, h('b', null, incidents), ' · ', alerts, of && ` ${of}`);
  }

  #states() {
    const empty = this.#order.rows.length === 0;
    this.#sheet.element.hidden = empty;
    this.#state.hidden = !empty;
    if (!empty) return;
    const { connection, alerts } = this.#store;
    const clear = { label: this.#t('filters.clear'), run: () => this.#store.clearFilter() };
    if (alerts.size > 0) replace(this.#state, stateBox('empty', this.#t('list.noneFits'), clear));
    else if (connection === 'live') replace(this.#state, stateBox('empty', this.#t('list.none')));
    else replace(this.#state, stateBox(connection, this.#t(`list.${connection}`)));
  }

  /* Politely: not each alert, but every while how many there were. */
  #announce() {
    const shown = this.#store.shown();
    const fresh = this.#announced === null ? [] : arrivedSince(shown, this.#announced);
    this.#announced = lastArrival(shown);
    if (fresh.length === 0) return;
    const grave = fresh.filter(alert => alert.severity === 'CRITICAL').length;
    const said = [this.#t('list.new', fresh.length), grave > 0 && this.#t('list.newCritical', grave)];
    document.getElementById('said').textContent = said.filter(Boolean).join(', ');
  }

  #activate(index) {
    const { rows } = this.#order;
    const at = Math.max(0, Math.min(rows.length - 1, index));
    if (!rows[at]) return;
    this.#active = rows[at].id;
    this.#sheet.reveal(at);
    this.#sheet.draw();
    if (this.#store.open?.kind === 'incident') this.open();
  }

  #opened() {
    const { open } = this.#store;
    if (open?.kind === 'incident') this.#active = open.id;
    this.#sheet.draw();
  }

  #clicked(event) {
    const chip = event.target.closest('.chip');
    const id = event.target.closest('.row')?.dataset.incident;
    if (chip) {
      this.#store.toggle(chip.dataset.facet, event.altKey ? `!${chip.dataset.value}` : chip.dataset.value);
    } else if (id && event.shiftKey) {
      getSelection().removeAllRanges();
      this.#picking.extend(id, this.#order.rows);
    } else if (id && (event.ctrlKey || event.metaKey || event.target.closest('.row-pick'))) {
      this.#picking.toggle(id);
    } else if (id && String(getSelection()) === '') {
      this.#active = id;
      this.open();
    }
    this.#sheet.draw();
  }

  #pressed(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { page } = this.#sheet;
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity }[event.key];
    const run = by !== undefined ? () => this.move(by) : { Enter: () => this.open(), ' ': () => this.pick() }[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  }

  #toTop() {
    this.#sheet.top = 0;
    this.#pointed = -Infinity;
    this.#update();
    this.focus();
  }
}

function filtersButton(t) {
  const show = () => {
    const filters = document.getElementById('filters');
    filters.classList.add('shown');
    filters.querySelector('button').focus();
  };
  return h(
    'button',
    { type: 'button', class: 'show-filters', 'aria-controls': 'filters', onclick: show },
    icon('filter'),
    t('filters.title'),
  );
}

function placesButton(t) {
  const toggle = () =>
    button.setAttribute('aria-pressed', String(document.getElementById('desk').classList.toggle('places-shown')));
  const button = h(
    'button',
    { type: 'button', class: 'show-places', 'aria-pressed': 'false', 'aria-controls': 'places', onclick: toggle },
    icon('map'),
    t('places.show'),
  );
  return button;
}

let mounted = null;

/** The list on the page, for the keyboard; null before it is there. */
export function list() {
  return mounted;
}

/** Puts search, views and the list of incidents into an element. */
export function mount(element, context) {
  mounted = new List(element, context);
}
