import { h, svg } from './dom.js';
import { project } from './geo.js';

const MOST = 300;
const SMALLEST_PIXELS = 5;
const TARGET_PIXELS = 24;
/* One shape a severity, each of the area of a circle of radius 1: so that size says the count and nothing else. */
const SHAPES = {
  CRITICAL: 'M0-1.2533L1.2533 0L0 1.2533L-1.2533 0Z',
  HIGH: 'M0-1.5551L1.3468.7776L-1.3468.7776Z',
  MEDIUM: 'M1 0A1 1 0 1 1-1 0A1 1 0 1 1 1 0Z',
  LOW: 'M1 0A1 1 0 1 1-1 0A1 1 0 1 1 1 0Z',
};
const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * The marks of a map: a button for each place that is in sight, the largest {@link MOST}. One of them takes the Tab key; from there
 * the arrows go on to the next in their direction.
 */
export class Marks {
  /** Those in sight, the largest first: {tally, x, y, radius}, in pixels of the map. */
  placed = [];

  #layer;
  #buttons = new Map();
  #tallies = [];
  #words;
  #acts;

  /**
   * @param {HTMLElement} layer
   * @param {{label: function(Object): string, number: function(number): string}} words
   * @param {{pick: function(Object), point: function(?Object), leave: function()}} acts what a click, a pointer or focus (null when it
   *     goes), and Escape do
   */
  constructor(layer, words, acts) {
    this.#layer = layer;
    this.#words = words;
    this.#acts = acts;
    layer.addEventListener('keydown', event => this.#key(event));
  }

  /** Takes other counts. @param {Object[]} tallies the largest first */
  show(tallies) {
    this.#tallies = tallies.map(tally => ({ tally, ...project(tally.region.lon, tally.region.lat) }));
  }

  /** Puts the marks where they are in a view. @param {Set<string>} chosen @param {Set<string>} within codes that hold a chosen place */
  place(view, chosen, within) {
    // From far away the marks come close to each other, and are smaller.
    const far = Math.max(0.5, Math.min(1, 0.5 + (view.zoom - 1.5) / 5));
    const largest = far * Math.max(16, Math.min(44, Math.min(view.width, view.height) / 16));
    const unit = largest / Math.sqrt(Math.max(24, this.#tallies[0]?.tally.count ?? 0));
    this.placed = [];
    for (const { tally, x, y } of this.#tallies) {
      const point = view.onScreen({ x, y });
      const radius = Math.max(SMALLEST_PIXELS, unit * Math.sqrt(tally.count));
      if (point.x < -radius || point.y < -radius || point.x > view.width + radius || point.y > view.height + radius) continue;
      this.placed.push({ tally, ...point, radius });
      if (this.placed.length === MOST) break;
    }
    this.#sync(chosen, within);
  }

  /** Lets a mark pulse. @returns whether it is in sight */
  pulse(code) {
    const button = this.#buttons.get(code)?.button;
    if (!button) return false;
    const ring = h('span', { class: 'map-mark-pulse', 'aria-hidden': 'true' });
    ring.addEventListener('animationend', () => ring.remove());
    button.append(ring);
    return true;
  }

  #sync(chosen, within) {
    const seen = new Set(this.placed.map(mark => mark.tally.region.code));
    for (const [code, held] of this.#buttons) {
      if (seen.has(code)) continue;
      held.button.remove();
      this.#buttons.delete(code);
    }
    this.placed.forEach((mark, rank) => this.#put(mark, rank, chosen, within));
    if (!this.#layer.querySelector('[tabindex="0"]')) this.#first()?.setAttribute('tabindex', '0');
  }

  #first() {
    const code = this.placed[0]?.tally.region.code;
    return code === undefined ? undefined : this.#buttons.get(code).button;
  }

  #put(mark, rank, chosen, within) {
    const { tally, x, y, radius } = mark;
    const { code } = tally.region;
    let held = this.#buttons.get(code);
    if (!held) this.#buttons.set(code, (held = this.#made(code)));
    held.mark = mark;
    const { button } = held;
    button.style.setProperty('transform', `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px) translate(-50%, -50%)`);
    const state = [
      tally.severity,
      tally.count,
      radius.toFixed(1),
      rank,
      chosen.has(code),
      within.has(code),
      tally.newest.id,
    ].join();
    if (held.state === state) return;
    held.state = state;
    this.#dress(held, rank, chosen.has(code), within.has(code));
  }

  #dress({ button, shape, count, mark: { tally, radius } }, rank, pressed, holds) {
    const size = Math.max(TARGET_PIXELS, radius * 2.4);
    button.dataset.severity = tally.severity;
    button.toggleAttribute('data-holds', holds && !pressed);
    button.setAttribute('aria-pressed', String(pressed));
    button.setAttribute('aria-label', this.#words.label(tally));
    for (const [name, value] of Object.entries({ 'inline-size': size, 'block-size': size, '--ring': radius * 2.6 + 6 }))
      button.style.setProperty(name, `${value}px`);
    button.style.setProperty('z-index', String(1 + rank));
    shape.setAttribute('d', SHAPES[tally.severity]);
    shape.setAttribute('transform', `scale(${radius.toFixed(2)})`);
    const text = this.#words.number(tally.count);
    const fits = radius >= 8 && radius * (tally.severity === 'HIGH' ? 1.25 : 1.6) > text.length * 6.5;
    count.dataset.count = fits ? text : ''; // drawn by the style sheet: the label says it in words
  }

  #made(code) {
    const shape = svg('path', { 'vector-effect': 'non-scaling-stroke' });
    const count = h('span', { class: 'map-mark-count' });
    const picture = svg('svg', { width: 1, height: 1, 'aria-hidden': 'true', focusable: 'false' }, shape);
    const button = h(
      'button',
      { type: 'button', class: 'map-mark', tabindex: -1, 'aria-pressed': 'false', dataset: { code } },
      picture,
      count,
    );
    const held = { button, shape, count, mark: null, state: '' };
    button.addEventListener('click', () => this.#acts.pick(held.mark.tally));
    button.addEventListener('pointerenter', event => event.pointerType !== 'touch' && this.#acts.point(held.mark));
    button.addEventListener('pointerleave', () => this.#acts.point(null));
    button.addEventListener('focus', () => this.#focused(held));
    button.addEventListener('blur', () => this.#acts.point(null));
    this.#layer.append(button);
    return held;
  }

  #focused(held) {
    for (const other of this.#layer.querySelectorAll('[tabindex="0"]')) other.setAttribute('tabindex', '-1');
    held.button.setAttribute('tabindex', '0');
    if (held.button.matches(':focus-visible')) this.#acts.point(held.mark);
  }

  #key(event) {
    if (event.key === 'Escape') this.#acts.leave();
    else if (event.key in KEYS) this.#go(event.target.dataset.code, KEYS[event.key]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** The next in a direction: near, and more ahead than aside. */
  #go(code, [right, down]) {
    const from = this.placed.find(mark => mark.tally.region.code === code);
    if (!from) return;
    let least = Infinity;
    let next = null;
    for (const mark of this.placed) {
      const ahead = (mark.x - from.x) * right + (mark.y - from.y) * down;
      const aside = Math.abs((mark.x - from.x) * down + (mark.y - from.y) * right);
      if (mark === from || ahead <= 0 || ahead + 2 * aside >= least) continue;
      [least, next] = [ahead + 2 * aside, mark];
    }
    if (next) this.#buttons.get(next.tally.region.code).button.focus();
  }
}
