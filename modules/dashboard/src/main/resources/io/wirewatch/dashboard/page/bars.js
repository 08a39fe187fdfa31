import { lines } from './bins.js';

const TOP = 8;
const BOTTOM = 18;
const LEFT = 30;
const RIGHT = 8;
const FONT = '11px "Segoe UI", system-ui, -apple-system, Roboto, "Noto Sans", "Noto Sans Arabic", sans-serif';
const TILE = 8;
/* Each rule has a pattern of its own too, drawn over its colour: who does not see the colour sees the pattern. */
const PATTERNS = [
  () => {},
  c => [-8, 0, 8].forEach(x => line(c, x, 8, x + 8, 0)),
  c =>
    [
      [2, 2],
      [6, 6],
    ].forEach(([x, y]) => c.fillRect(x - 1, y - 1, 2, 2)),
  c => [2, 6].forEach(y => line(c, 0, y, 8, y)),
  c => [-8, 0, 8].forEach(x => line(c, x, 0, x + 8, 8)),
  c => [2, 6].forEach(x => line(c, x, 0, x, 8)),
  c => (line(c, 0, 4, 8, 4), line(c, 4, 0, 4, 8)),
];

/** Paints the bars of a timeline on a canvas. */
export class Bars {
  /** Where the bars stand, in pixels of the canvas. */
  plot = { left: LEFT, top: TOP, width: 1, height: 1 };

  #canvas;
  #context;
  #fills = [];
  #colours = {};
  #size = { width: 1, height: 1 };

  constructor(canvas) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d');
  }

  resize(width, height) {
    const scale = Math.min(window.devicePixelRatio || 1, 3);
    this.#size = { width, height };
    this.#canvas.width = Math.round(width * scale);
    this.#canvas.height = Math.round(height * scale);
    this.#context.setTransform(scale, 0, 0, scale, 0, 0);
    this.plot = { left: LEFT, top: TOP, width: Math.max(1, width - LEFT - RIGHT), height: Math.max(1, height - TOP - BOTTOM) };
    if (this.#colours.rules) this.recolour(this.#colours);
  }

  /** @param {{rules: string[], line: string, text: string, ground: string}} colours one for each place in the stack, the last for others */
  recolour(colours) {
    this.#colours = colours;
    this.#fills = colours.rules.map((colour, place) =>
      this.#context.createPattern(tile(colour, colours.ground, place), 'repeat'),
    );
  }

  /** The place of a time on the canvas, in pixels from its left. */
  xOf(time, { begin, step, count }) {
    return this.plot.left + ((time - begin) / (step * count)) * this.plot.width;
  }

  /** The time at a place. */
  timeAt(x, { begin, step, count }) {
    return begin + (Math.max(0, Math.min(this.plot.width, x - this.plot.left)) / this.plot.width) * step * count;
  }

  /**
   * Paints.
   *
   * @param {Scale} scale
   * @param {Object} counts of bins.js
   * @param {{selected: ?{from: number, to: number}, cursor: number, label: function(number, number): string}} what is selected, at which
   *     step the reader is (-1: none), and how a time is written that stands at a line so far from the next
   */
  paint(scale, counts, { selected, cursor, label }) {
    const context = this.#context;
    context.clearRect(0, 0, this.#size.width, this.#size.height);
    context.font = FONT;
    const highest = ceiling(counts.highest);
    this.#grid(highest);
    this.#times(scale, label);
    this.#stacks(scale, counts, { highest, selected });
    if (cursor >= 0 && cursor < scale.count) this.#cursor(scale, cursor);
  }

  #grid(highest) {
    const { left, top, width, height } = this.plot;
    const context = this.#context;
    context.textAlign = 'right';
    context.textBaseline = 'middle';
    for (const part of highest > 1 ? [0, 0.5, 1] : [0, 1]) {
      const y = Math.round(top + height * (1 - part)) + 0.5;
      context.fillStyle = this.#colours.line;
      context.fillRect(left, y - 0.5, width, 1);
      context.fillStyle = this.#colours.text;
      if (Number.isInteger(highest * part)) context.fillText(shortened(highest * part), left - 5, y);
    }
  }

  #times(scale, label) {
    const { left, top, width, height } = this.plot;
    const context = this.#context;
    const { apart, times } = lines(scale, Math.max(2, width / 74));
    context.textBaseline = 'top';
    let last = -Infinity;
    for (const time of times) {
      const x = this.xOf(time, scale);
      const text = label(time, apart);
      const half = context.measureText(text).width / 2;
      const middle = Math.max(half, Math.min(left + width + RIGHT - 2 - half, x));
      context.fillStyle = this.#colours.line;
      context.fillRect(Math.round(x), top + height, 1, 4);
      if (middle - half < last + 8) continue;
      last = middle + half;
      context.textAlign = 'center';
      context.fillStyle = this.#colours.text;
      context.fillText(text, middle, top + height + 5);
    }
  }

  #stacks(scale, { parts, totals }, { highest, selected }) {
    const { left, top, width, height } = this.plot;
    const context = this.#context;
    const places = this.#fills.length;
    const each = width / scale.count;
    const gap = each > 4 ? 1 : 0;
    for (let step = 0; step < scale.count; step++) {
      if (totals[step] === 0) continue;
      const time = scale.begin + step * scale.step;
      context.globalAlpha = selected && (time + scale.step <= selected.from || time >= selected.to) ? 0.3 : 1;
      const from = Math.round(left + step * each);
      const wide = Math.max(1, Math.round(left + (step + 1) * each) - from - gap);
      let count = 0;
      let bottom = top + height;
      for (let place = 0; place < places; place++) {
        const part = parts[step * places + place];
        if (part === 0) continue;
        count += part;
        const y = Math.round(top + height * (1 - count / highest));
        context.fillStyle = this.#fills[place];
        context.fillRect(from, y, wide, Math.max(1, bottom - y - (bottom - y > 3 ? 1 : 0)));
        bottom = y;
      }
    }
    context.globalAlpha = 1;
  }

  #cursor(scale, step) {
    const { left, top, width, height } = this.plot;
    const each = width / scale.count;
    this.#context.strokeStyle = this.#colours.strong;
    this.#context.lineWidth = 1.5;
    this.#context.strokeRect(left + step * each - 0.5, top - 1, Math.max(3, each), height + 1);
  }
}

/** A drawing of a place in the stack, for a legend. @returns {HTMLCanvasElement} */
export function swatch(place, colours) {
  return tile(colours.rules[place], colours.ground, place, 16);
}

function tile(colour, ground, place, size = TILE) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const context = canvas.getContext('2d');
  context.fillStyle = colour;
  context.fillRect(0, 0, size, size);
  context.strokeStyle = context.fillStyle = ground;
  context.globalAlpha = 0.42;
  context.lineWidth = 1.3;
  for (let x = 0; x < size; x += TILE)
    for (let y = 0; y < size; y += TILE) {
      context.save();
      context.translate(x, y);
      PATTERNS[place % PATTERNS.length](context);
      context.restore();
    }
  return canvas;
}

function line(context, ...ends) {
  context.beginPath();
  context.moveTo(ends[0], ends[1]);
  context.lineTo(ends[2], ends[3]);
  context.stroke();
}

/** The next number that halves well. */
function ceiling(count) {
  if (count <= 2) return Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(count));
  return (
    [1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10].map(step => Math.round(step * power)).find(step => step >= count && step % 2 === 0) ??
    count
  );
}

function shortened(count) {
  return count >= 10_000 ? `${Math.round(count / 1000)}k` : String(count);
}
