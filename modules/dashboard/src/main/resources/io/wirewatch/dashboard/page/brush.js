import { h } from './dom.js';

const CLICK_PIXELS = 4;

/**
 * Selects a span of steps on a plot: with mouse or finger by drawing, by dragging an edge, or by a click on one step; with keys from
 * step to step. It says what is to be selected and leaves it to others to do so.
 */
export class Brush {
  /** The step at which the keys are; -1 where they are not. */
  cursor = -1;

  #plot;
  #box = h('div', { class: 'timeline-selection', hidden: true });
  #edges;
  #bars;
  #acts;
  #scale = null;
  #selected = null;
  #anchor = -1;
  #drag = null;

  /**
   * @param {HTMLElement} plot which takes the focus
   * @param {Bars} bars which knows where a time stands
   * @param {{begin: string, end: string}} words of the two edges
   * @param {{select: function(?{from: number, to: number}), hover: function(number, boolean), text: function(number): string}} acts
   *     what happens when steps are selected (`to` is the first moment after them; null for none), when the reader is at a step
   *     (-1: at none; true with keys), and how a time is said
   */
  constructor(plot, bars, words, acts) {
    this.#plot = plot;
    this.#bars = bars;
    this.#acts = acts;
    const edge = name =>
      h('div', {
        class: `timeline-edge timeline-edge-${name}`,
        role: 'slider',
        tabindex: 0,
        'aria-label': words[name],
        dataset: { edge: name },
      });
    this.#edges = { begin: edge('begin'), end: edge('end') };
    this.#box.append(this.#edges.begin, this.#edges.end);
    plot.append(this.#box);
    plot.addEventListener('pointerdown', event => this.#down(event));
    plot.addEventListener('pointermove', event => this.#move(event));
    plot.addEventListener('pointerup', event => this.#up(event));
    plot.addEventListener('pointercancel', () => this.#cancelled());
    plot.addEventListener('pointerleave', () => !this.#drag && this.#acts.hover(-1, false));
    plot.addEventListener('dblclick', () => this.#acts.select(null));
    plot.addEventListener('blur', () => this.#at(-1));
    plot.addEventListener('keydown', event => this.#key(event));
  }

  /** Shows a selection. @param {Scale} scale @param {?{from: number, to: number}} selected */
  show(scale, selected) {
    this.#scale = scale;
    this.#selected = selected;
    if (!this.#drag) this.#draw(selected);
  }

  #draw(selected) {
    this.#box.hidden = !selected;
    if (!selected) return;
    const { begin, step, count } = this.#scale;
    const end = begin + step * count;
    const { left, top, width, height } = this.#bars.plot;
    const [from, to] = [Math.max(selected.from, begin), Math.min(selected.to, end)].map(time =>
      this.#bars.xOf(time, this.#scale),
    );
    const outside = to < left || from > left + width;
    this.#box.hidden = outside;
    const place = { left: from, inlineSize: Math.max(2, to - from), top, blockSize: height };
    for (const [name, pixels] of Object.entries(place)) this.#box.style[name] = `${pixels.toFixed(1)}px`;
    this.#value(this.#edges.begin, selected.from, { begin, end });
    this.#value(this.#edges.end, selected.to, { begin, end });
  }

  #value(edge, time, { begin, end }) {
    const { step } = this.#scale;
    edge.setAttribute('aria-valuemin', '0');
    edge.setAttribute('aria-valuemax', String(Math.round((end - begin) / step)));
    edge.setAttribute('aria-valuenow', String(Math.round((time - begin) / step)));
    edge.setAttribute('aria-valuetext', this.#acts.text(time));
  }

  /* ---- pointer ---- */

  #x(event) {
    return event.clientX - this.#plot.getBoundingClientRect().left;
  }

  #stepAt(x) {
    const { begin, step, count } = this.#scale;
    return Math.min(count - 1, Math.floor((this.#bars.timeAt(x, this.#scale) - begin) / step));
  }

  #down(event) {
    if (event.button !== 0 || !this.#scale) return;
    const x = this.#x(event);
    const edge = event.target.dataset?.edge;
    // The edge that stays is the other end of what is drawn; without an edge it is where the pointer went down.
    const fixed = edge === 'begin' ? this.#selected.to : edge === 'end' ? this.#selected.from : null;
    this.#drag = { x, edge, fixed, selected: null, moved: false };
    this.#plot.setPointerCapture(event.pointerId);
  }

  #move(event) {
    if (!this.#scale) return;
    const x = this.#x(event);
    const drag = this.#drag;
    this.#acts.hover(this.#stepAt(x), false);
    if (!drag) return;
    drag.moved ||= Math.abs(x - drag.x) >= CLICK_PIXELS;
    if (!drag.moved) return;
    drag.selected = drag.fixed === null ? this.#between(this.#stepAt(drag.x), this.#stepAt(x)) : this.#toEdge(drag.fixed, x);
    this.#draw(drag.selected);
  }

  #up(event) {
    const drag = this.#drag;
    this.#drag = null;
    if (!drag) return;
    if (drag.selected) this.#acts.select(drag.selected);
    // The edges of one step cover it: a click on them is one on the step.
    else if (drag.edge && this.#isOneStep()) this.#acts.select(null);
    else if (!drag.edge) this.#pick(this.#stepAt(this.#x(event)));
  }

  #isOneStep() {
    return this.#selected.to - this.#selected.from <= this.#scale.step;
  }

  #cancelled() {
    this.#drag = null;
    this.#draw(this.#selected);
  }

  #between(a, b) {
    const { begin, step } = this.#scale;
    return { from: begin + Math.min(a, b) * step, to: begin + (Math.max(a, b) + 1) * step };
  }

  #toEdge(fixed, x) {
    const { begin, step } = this.#scale;
    const time = begin + Math.round((this.#bars.timeAt(x, this.#scale) - begin) / step) * step;
    const moved = time === fixed ? fixed + step : time;
    return { from: Math.min(fixed, moved), to: Math.max(fixed, moved) };
  }

  /** Selects one step; where it is what is selected already, none. */
  #pick(step) {
    const one = this.#between(step, step);
    const same = this.#selected && this.#selected.from === one.from && this.#selected.to === one.to;
    this.#acts.select(same ? null : one);
  }

  /* ---- keys ---- */

  #key(event) {
    if (!this.#scale || event.ctrlKey || event.metaKey || event.altKey) return;
    const handled = event.target.dataset?.edge ? this.#edgeKey(event) : this.#plotKey(event);
    if (!handled) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #plotKey({ key, shiftKey }) {
    const last = this.#scale.count - 1;
    const at = this.cursor < 0 ? last + 1 : this.cursor;
    const target = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last }[key];
    if (target !== undefined) {
      if (!shiftKey || this.#anchor < 0)
        this.#anchor = shiftKey && this.cursor >= 0 ? this.cursor : Math.max(0, Math.min(last, target));
      this.#at(Math.max(0, Math.min(last, target)));
      if (shiftKey) this.#acts.select(this.#between(this.#anchor, this.cursor));
    } else if ((key === 'Enter' || key === ' ') && this.cursor >= 0) this.#pick(this.cursor);
    else if (key === 'Escape' && (this.#selected || this.cursor >= 0)) this.#escape();
    else return false;
    return true;
  }

  #escape() {
    if (this.#selected) this.#acts.select(null);
    this.#at(-1);
  }

  #edgeKey({ key, target }) {
    const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[key];
    if (key === 'Escape') {
      this.#plot.focus();
      this.#acts.select(null);
      return true;
    }
    if (steps === undefined) return false;
    const { begin, step, count } = this.#scale;
    const moved = { ...this.#selected };
    const side = target.dataset.edge === 'begin' ? 'from' : 'to';
    const aligned = begin + Math.round((moved[side] - begin) / step) * step;
    moved[side] = Math.max(begin, Math.min(begin + step * count, aligned + steps * step));
    if (moved.from < moved.to) this.#acts.select(moved);
    return true;
  }

  #at(step) {
    this.cursor = step;
    if (step < 0) this.#anchor = -1;
    this.#acts.hover(step, true);
  }
}
