import { addWords, locale } from './words.js';
import { calmly } from './calmly.js';
import { h, replace } from './dom.js';
import { Bars, swatch } from './bars.js';
import { binned, lengthOf, Ranks, scaleOf, timeOf } from './bins.js';
import { Brush } from './brush.js';
import { WINDOWS } from './criteria.js';
import { noteOf, noteSays } from './note.js';
import { passingAllBut } from './places.js';
import { timelineParts } from './timelineparts.js';
import { timesTable } from './timestable.js';
import words from './words/places.js';

const RULES = 6;
const CALM_MILLIS = 1_000;
const TICK_MILLIS = 15_000;
const HOUR_MILLIS = 3_600_000;
const DAY_MILLIS = 86_400_000;
const LEAST_BAR_PIXELS = 6;
const MOST_BARS = 170;

/** When the alerts happened: bars by rule, in which a span can be selected, and the same as a table. */
export function mount(element, context) {
  addWords(words);
  new Timeline(element, context).begin();
}

class Timeline {
  #store;
  #t;
  #format;
  #parts;
  #bars;
  #brush;
  #table;
  #ranks = new Ranks(RULES);
  #colours = null;
  /* What the bars span up to now: a key of WINDOWS, or empty for all that is held. A selection does not change it. */
  #window = '';
  #scale = null;
  #counts = null;
  #hovered = -1;
  #legendSays = '';

  constructor(element, { store, t, format }) {
    this.#store = store;
    this.#t = t;
    this.#format = format;
    this.#parts = timelineParts(element, t, {
      window: last => store.setFilter({ last, from: '', to: '' }),
      clear: () => this.#select(null),
      turn: () => this.#turn(),
    });
    this.#bars = new Bars(this.#parts.canvas);
    this.#brush = new Brush(
      this.#parts.plot,
      this.#bars,
      { begin: t('timeline.from'), end: t('timeline.to') },
      {
        select: span => this.#select(span),
        hover: (step, withKeys) => this.#hover(step, withKeys),
        text: time => this.#moment(time),
      },
    );
    this.#table = timesTable(this.#parts.table, { t, format, moment: time => this.#moment(time) });
  }

  begin() {
    new ResizeObserver(() => this.#resized()).observe(this.#parts.plot);
    new MutationObserver(() => this.#recoloured()).observe(document.documentElement, {
      attributes: true,
      attributeFilter: ['data-theme', 'class'],
    });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#recoloured());
    const changed = () => this.#changed();
    const later = calmly(() => requestAnimationFrame(changed), CALM_MILLIS);
    this.#store.on('alerts', () => (this.#counts?.total ? later() : changed()));
    this.#store.on('desk', changed);
    this.#store.on('filter', () => this.#filtered());
    this.#store.on('connection', () => this.#state());
    setInterval(() => !document.hidden && this.#changed(), TICK_MILLIS);
    this.#recoloured();
    this.#filtered();
  }

  /* ---- what is shown ---- */

  #select(span) {
    if (span) this.#store.setFilter({ from: iso(span.from), to: iso(span.to - 1) });
    else this.#store.setFilter({ last: this.#window, from: '', to: '' });
  }

  /** What is selected within what is shown; null where it is all of it. */
  #selected() {
    const { from, to } = this.#store.filter;
    if (!from && !to) return null;
    const end = this.#scale.begin + this.#scale.step * this.#scale.count;
    return { from: from ? Date.parse(from) : this.#scale.begin, to: to ? Date.parse(to) + 1 : end };
  }

  #filtered() {
    const { from, to, last } = this.#store.filter;
    const within = from && Date.parse(from) >= Date.now() - WINDOWS[this.#window] - DAY_MILLIS / 24;
    if (last || !within) this.#window = last;
    for (const button of this.#parts.windows) button.setAttribute('aria-pressed', String(button.dataset.last === this.#window));
    this.#changed();
  }

  #changed() {
    const alerts = passingAllBut(this.#store, ['from', 'to', 'last']);
    const { from, to } = this.#domain();
    const room = Math.floor(this.#bars.plot.width / LEAST_BAR_PIXELS);
    this.#scale = scaleOf(from, to, Math.max(12, Math.min(MOST_BARS, room)));
    this.#counts = binned(alerts, this.#scale, this.#ranks, RULES);
    this.#say();
    this.#paint();
  }

  /* Of all alerts, whatever the filter: else the bars would move under the pointer with each choice. */
  #domain() {
    const now = Date.now();
    if (this.#window) return { from: now - WINDOWS[this.#window], to: now };
    let [oldest, newest] = [Infinity, -Infinity];
    for (const alert of this.#store.alerts.values()) {
      const time = timeOf(alert);
      if (time < oldest) oldest = time;
      if (time > newest) newest = time;
    }
    // What is long over is not made small by the time since; and a source whose clock is wrong makes no years of nothing.
    const isOver = now - newest > newest - oldest + DAY_MILLIS;
    const to = isOver && oldest < newest ? newest + HOUR_MILLIS : Math.max(now, Math.min(newest, now + DAY_MILLIS));
    return { from: Math.min(oldest, to - HOUR_MILLIS), to };
  }

  /* ---- what is seen ---- */

  #paint() {
    if (!this.#scale || !this.#colours) return;
    const selected = this.#selected();
    this.#bars.paint(this.#scale, this.#counts, {
      selected,
      cursor: this.#hovered,
      label: (time, apart) => this.#tickLabel(time, apart),
    });
    this.#brush.show(this.#scale, selected);
    this.#parts.span.hidden = !selected;
    if (selected) replace(this.#parts.span, this.#spanText(selected), h('span', { 'aria-hidden': 'true' }, '×'));
  }

  #resized() {
    const { width, height } = this.#parts.plot.getBoundingClientRect();
    if (width < 2 || height < 2) return;
    this.#bars.resize(width, height);
    this.#changed();
  }

  #recoloured() {
    const probe = h('span', { hidden: true });
    this.#parts.stage.append(probe);
    const read = property => {
      probe.style.setProperty('color', `var(${property})`);
      return getComputedStyle(probe).color;
    };
    const rules = Array.from({ length: RULES }, (_, place) => read(`--rule-${place + 1}`));
    this.#colours = {
      rules: [...rules, read('--rule-other')],
      line: read('--line'),
      text: read('--muted'),
      strong: read('--text'),
      ground: read('--surface'),
    };
    probe.remove();
    this.#bars.recolour(this.#colours);
    this.#legendSays = '';
    if (this.#counts) this.#legend();
    this.#paint();
  }

  /* ---- what is said ---- */

  #say() {
    const { key, count } = lengthOf(this.#scale.step);
    this.#parts.each.textContent = `${this.#t('timeline.total', this.#counts.total)} · ${this.#t(`timeline.each.${key}`, count)}`;
    this.#legend();
    this.#state();
    if (!this.#parts.table.hidden) this.#table.show(this.#scale, this.#counts, RULES);
    if (this.#hovered >= 0) this.#tell(this.#hovered);
  }

  #legend() {
    const { byRule, places, total } = this.#counts;
    const chosen = this.#store.filter.rule;
    const says = JSON.stringify([[...byRule], [...places], chosen]);
    if (says === this.#legendSays || !this.#colours) return;
    this.#legendSays = says;
    const rules = [...places].sort((a, b) => byRule.get(b[0]) - byRule.get(a[0]));
    const own = rules.reduce((sum, [rule]) => sum + byRule.get(rule), 0);
    const focused = document.activeElement?.closest('.timeline-legend button')?.dataset.rule;
    replace(
      this.#parts.legend,
      rules.map(([rule, place]) => this.#entry(rule, place, chosen)),
      total > own
        ? h(
            'li',
            { class: 'timeline-others' },
            swatch(RULES, this.#colours),
            this.#t('timeline.other'),
            h('b', null, this.#format.number(total - own)),
          )
        : null,
    );
    if (focused) [...this.#parts.legend.querySelectorAll('button')].find(button => button.dataset.rule === focused)?.focus();
  }

  #entry(rule, place, chosen) {
    const count = h('b', null, this.#format.number(this.#counts.byRule.get(rule)));
    return h(
      'li',
      null,
      h(
        'button',
        {
          type: 'button',
          class: 'plain',
          'aria-pressed': chosen.includes(rule),
          dataset: { rule },
          onclick: () => this.#store.toggle('rule', rule),
        },
        swatch(place, this.#colours),
        h('span', null, rule),
        count,
      ),
    );
  }

  #hover(step, withKeys) {
    this.#hovered = step;
    this.#parts.tip.hidden = step < 0;
    if (step >= 0) this.#tell(step);
    if (withKeys)
      this.#parts.said.textContent =
        step < 0 ? '' : `${this.#stepText(step)}: ${this.#t('timeline.total', this.#counts.totals[step])}`;
    this.#paint();
  }

  #tell(step) {
    const { tip, stage } = this.#parts;
    if (step >= this.#scale.count) return;
    const rows = [...this.#counts.places, [this.#t('timeline.other'), RULES]]
      .map(([rule, place]) => ({ rule, place, count: this.#counts.parts[step * (RULES + 1) + place] }))
      .filter(row => row.count > 0)
      .sort((a, b) => b.count - a.count);
    replace(
      tip,
      h('p', { class: 'map-tip-name' }, h('strong', null, this.#stepText(step))),
      h('p', null, this.#t('timeline.total', this.#counts.totals[step])),
      h(
        'ul',
        null,
        rows.map(({ rule, place, count }) =>
          h('li', null, swatch(place, this.#colours), h('span', null, rule), h('b', null, this.#format.number(count))),
        ),
      ),
    );
    const x = this.#bars.xOf(this.#scale.begin + (step + 0.5) * this.#scale.step, this.#scale);
    const aside = x > stage.clientWidth / 2 ? x - tip.offsetWidth - 12 : x + 12;
    tip.style.setProperty('transform', `translate(${Math.max(2, aside).toFixed(0)}px, 4px)`);
  }

  #state() {
    noteSays(this.#parts.note, noteOf(this.#store, this.#t, 'timeline', this.#counts?.total === 0));
  }

  #turn() {
    const { table, stage, toggle } = this.#parts;
    table.hidden = !table.hidden;
    stage.hidden = !table.hidden;
    toggle.title = this.#t(table.hidden ? 'timeline.table' : 'timeline.back');
    toggle.setAttribute('aria-pressed', String(!table.hidden));
    if (!table.hidden) this.#table.show(this.#scale, this.#counts, RULES);
  }

  #moment(time) {
    return moments().format(time);
  }

  #stepText(step) {
    const from = this.#scale.begin + step * this.#scale.step;
    return this.#spanText({ from, to: from + this.#scale.step });
  }

  #spanText({ from, to }) {
    const whole = (to - from) % DAY_MILLIS === 0 && new Date(from).getHours() === 0;
    return whole ? days().formatRange(from, to - 1) : moments().formatRange(from, to);
  }

  #tickLabel(time, apart) {
    const midnight = new Date(time).getHours() === 0 && new Date(time).getMinutes() === 0;
    return apart >= DAY_MILLIS || midnight ? this.#format.day(iso(time)) : this.#format.clock(iso(time));
  }
}

let made = null;

/* Made when first asked for: words.js knows the language only by then. */
function formats() {
  made ??= {
    moments: new Intl.DateTimeFormat(locale(), {
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
    days: new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short' }),
  };
  return made;
}

const moments = () => formats().moments;
const days = () => formats().days;

function iso(time) {
  return new Date(time).toISOString();
}
