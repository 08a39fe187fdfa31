import { calmly } from './calmly.js';
import { h, replace } from './dom.js';
import { EDGE, outlines, project } from './geo.js';
import { gestures } from './gestures.js';
import { Ground } from './ground.js';
import { namesOn } from './labels.js';
import { mapParts } from './mapparts.js';
import { Marks } from './marks.js';
import { noteOf, noteSays } from './note.js';
import { passingAllBut, regionsAt, tallied } from './places.js';
import { placesTable } from './placestable.js';
import { PlaceTip } from './placetip.js';
import { regionName } from './regions.js';
import { boxAround, levelAt, View } from './view.js';
import { addWords } from './words.js';
import words from './words/places.js';

const CALM_MILLIS = 1_000;
const GLIDE_MILLIS = 220;
const COLOURS = {
  sea: '--map-sea',
  land: '--map-land',
  border: '--map-border',
  province: '--map-province',
  text: '--text',
  faint: '--muted',
  halo: '--map-halo',
  accent: '--accent',
  CRITICAL: '--critical',
  HIGH: '--high',
  MEDIUM: '--medium',
  LOW: '--low',
};

/** Where the alerts are: a map with a mark for each place, and the same as a table. */
export function mount(element, context) {
  addWords(words);
  new AlertMap(element, context).begin();
}

class AlertMap {
  #store;
  #t;
  #format;
  #view = new View();
  #parts;
  #ground;
  #marks;
  #table;
  #tip;
  #colours = {};
  #passing = [];
  #level = '';
  #nowhere = true;
  #shaded = new Map();
  #hovered = null;
  #known = null;
  #touched = false;
  #waiting = false;
  #gliding = 0;

  constructor(element, { store, t, format }) {
    this.#store = store;
    this.#t = t;
    this.#format = format;
    this.#parts = mapParts(element, t, {
      closer: () => this.#glideBy(1),
      farther: () => this.#glideBy(-1),
      home: () => this.#home(),
      world: () => this.#world(),
      clear: () => store.setFilter({ region: [] }),
      turn: () => this.#turn(),
    });
    this.#ground = new Ground(this.#parts.canvas);
    const said = { label: tally => this.#label(tally), number: format.short ?? format.number };
    this.#marks = new Marks(this.#parts.marks, said, {
      pick: tally => store.toggle('region', tally.region.code),
      point: mark => this.#point(mark),
      leave: () => this.#parts.surface.focus(),
    });
    this.#tip = new PlaceTip(this.#parts.stage, { store, t, format });
    this.#table = placesTable(this.#parts.table, { store, t, format });
  }

  begin() {
    const { surface } = this.#parts;
    gestures(surface, {
      drag: (dx, dy) => this.#moved(() => this.#view.drag(dx, dy)),
      zoom: (steps, x, y, atOnce) => (atOnce ? this.#moved(() => this.#view.zoomAt(steps, x, y)) : this.#glideBy(steps, x, y)),
      home: () => this.#home(),
    });
    new ResizeObserver(() => this.#resized()).observe(surface);
    new MutationObserver(() => this.#recoloured()).observe(document.documentElement, {
      attributes: true,
      attributeFilter: ['data-theme', 'class'],
    });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#recoloured());
    const changed = () => this.#changed();
    const later = calmly(() => requestAnimationFrame(changed), CALM_MILLIS);
    this.#store.on('alerts', () => (this.#passing.length === 0 ? changed() : later()));
    for (const name of ['desk', 'filter']) this.#store.on(name, changed);
    this.#store.on('connection', () => this.#state());
    this.#recoloured();
    this.#changed();
    this.#outlines();
  }

  /* ---- what is counted ---- */

  #changed() {
    this.#passing = passingAllBut(this.#store, ['region']);
    this.#tally();
    this.#state();
    const chosen = this.#store.filter.region.length;
    this.#parts.clear.hidden = chosen === 0;
    if (chosen > 0) replace(this.#parts.clear, this.#t('map.chosen', chosen), h('span', { 'aria-hidden': 'true' }, '×'));
    if (!this.#parts.table.hidden) this.#table.show(this.#passing);
    if (!this.#touched && !this.#known && this.#passing.length > 0) this.#home(true);
    this.#paint();
    this.#news();
  }

  #tally() {
    this.#level = levelAt(this.#view.zoom);
    const tallies = tallied(this.#passing, alert => regionsAt(alert, this.#level));
    this.#marks.show(tallies);
    this.#nowhere = tallies.length === 0;
    const shades = this.#level === 'PLACE' ? tallied(this.#passing, alert => regionsAt(alert, 'ADMIN1')) : tallies;
    const level = this.#level === 'COUNTRY' ? 'COUNTRY' : 'ADMIN1';
    this.#shaded = new Map(
      shades.filter(tally => tally.region.level === level).map(tally => [tally.region.code, tally.severity]),
    );
    this.#parts.level.textContent = this.#t(`map.level.${this.#level}`);
  }

  /* Alerts that were not there before pulse once the marks stand. */
  #news() {
    if (this.#store.alerts.size === 0 && this.#store.connection === 'loading') return;
    const before = this.#known;
    this.#known = new Set(this.#store.alerts.keys());
    if (!before || document.hidden || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const isNew = alert => !before.has(alert.id) && alert.status !== 'RETRACTED';
    const codes = new Set(
      this.#passing
        .filter(isNew)
        .flatMap(alert => regionsAt(alert, this.#level))
        .map(region => region.code),
    );
    requestAnimationFrame(() => codes.forEach(code => this.#marks.pulse(code)));
  }

  /* ---- what is seen ---- */

  #paint() {
    if (this.#waiting) return;
    this.#waiting = true;
    requestAnimationFrame(() => {
      this.#waiting = false;
      this.#painted();
    });
  }

  #painted() {
    const view = this.#view;
    if (view.width < 2) return;
    if (levelAt(view.zoom) !== this.#level) this.#tally();
    const chosen = new Set(this.#store.filter.region);
    this.#marks.place(view, chosen, this.#holding(chosen));
    const what = { shaded: this.#shaded, chosen, hovered: this.#hovered, detailed: this.#level !== 'COUNTRY' };
    this.#ground.paint(view, this.#colours, what);
    namesOn(this.#ground, view, this.#colours, this.#marks.placed);
    if (this.#hovered) this.#point(this.#marks.placed.find(mark => mark.tally.region.code === this.#hovered) ?? null);
  }

  /** Countries and provinces in which a place is chosen. */
  #holding(chosen) {
    return new Set([...chosen].filter(code => code.includes('-')).map(code => code.split('-')[0]));
  }

  #moved(move) {
    this.#touched = true;
    cancelAnimationFrame(this.#gliding);
    move();
    this.#paint();
  }

  #glideBy(steps, x, y) {
    const from = this.#view.zoom;
    this.#glide(share => this.#view.zoomAt(from + steps * share - this.#view.zoom, x, y));
  }

  #glideTo(target, atOnce) {
    const { x, y, zoom } = this.#view;
    const between = (a, b, share) => a + (b - a) * share;
    const step = share =>
      this.#view.set({
        x: between(x, target.x, share),
        y: between(y, target.y, share),
        zoom: between(zoom, target.zoom, share),
      });
    if (atOnce) step(1);
    else this.#glide(step);
  }

  #glide(step) {
    this.#touched = true;
    cancelAnimationFrame(this.#gliding);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const begin = performance.now();
    const frame = now => {
      const share = still ? 1 : Math.min(1, Math.max(0, (now - begin) / GLIDE_MILLIS));
      step(1 - (1 - share) ** 3);
      this.#painted();
      if (share < 1) this.#gliding = requestAnimationFrame(frame);
    };
    this.#gliding = requestAnimationFrame(frame);
  }

  /** Goes to where the alerts are; without any, to the whole world. */
  #home(atOnce = false) {
    const tallies = tallied(this.#passing, alert => regionsAt(alert, 'ADMIN1'));
    if (tallies.length === 0 || this.#view.width < 2) return;
    const points = tallies.map(({ region, count }) => ({ ...project(region.lon, region.lat), count }));
    this.#glideTo(this.#view.fitting(boxAround(points)), atOnce);
  }

  #world() {
    this.#glideTo(this.#view.fitting({ left: 0, right: 1, top: EDGE.top, bottom: EDGE.bottom }));
  }

  #resized() {
    const { width, height } = this.#parts.surface.getBoundingClientRect();
    const first = this.#view.width < 2;
    this.#view.resize(width, height);
    if (!this.#touched && (first || this.#known)) this.#home(true);
    this.#paint();
  }

  #recoloured() {
    const probe = h('span', { hidden: true });
    this.#parts.stage.append(probe);
    for (const [name, property] of Object.entries(COLOURS)) {
      probe.style.setProperty('color', `var(${property})`);
      this.#colours[name] = getComputedStyle(probe).color;
    }
    probe.remove();
    this.#paint();
  }

  /* ---- what is said ---- */

  #label({ region, count, severity }) {
    return this.#t('map.mark', regionName(region), this.#t('map.alerts', count), this.#t(`severity.${severity}`));
  }

  #point(mark) {
    const code = mark?.tally.region.code ?? null;
    if (mark) this.#tip.show(mark, this.#level);
    else this.#tip.hide();
    if (this.#hovered !== code) this.#paint();
    this.#hovered = code;
  }

  #state() {
    const { note } = this.#parts;
    note.classList.toggle('map-note-box', this.#store.alerts.size === 0);
    const outlines = this.#noOutlines
      ? { kind: 'strip', text: this.#t('map.noOutlines'), action: { label: this.#t('map.again'), run: () => this.#outlines() } }
      : null;
    noteSays(note, noteOf(this.#store, this.#t, 'map', this.#nowhere) ?? outlines);
  }

  #turn() {
    const { table, stage, toggle } = this.#parts;
    table.hidden = !table.hidden;
    stage.hidden = !table.hidden;
    toggle.title = this.#t(table.hidden ? 'map.table' : 'map.back');
    toggle.setAttribute('aria-pressed', String(!table.hidden));
    if (!table.hidden) this.#table.show(this.#passing);
  }

  #noOutlines = false;

  async #outlines() {
    try {
      this.#ground.setCountries(outlines(await loaded('outlines/countries.json')));
      this.#paint();
      this.#ground.setProvinces(outlines(await loaded('outlines/provinces.json')));
      this.#noOutlines = false;
    } catch (failure) {
      console.error('the outlines could not be loaded', failure);
      this.#noOutlines = true;
    }
    this.#state();
    this.#paint();
  }
}

async function loaded(file) {
  const answer = await fetch(new URL(file, import.meta.url));
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  return answer.json();
}
