import { svg } from './dom.js';

const WIDE = 120;
const HIGH = 28;
const SPAN_MILLIS = 5 * 60_000;

/**
 * A small line of how a number went over the last minutes; the scale begins at nought. It is decoration to the number beside it,
 * and says its range when pointed at.
 */
export class Sparkline {
  #area = svg('path', { class: 'spark-area' });
  #line = svg('path', { class: 'spark-line', 'vector-effect': 'non-scaling-stroke' });
  #title = svg('title', null);
  element = svg(
    'svg',
    { class: 'spark', viewBox: `0 0 ${WIDE} ${HIGH}`, preserveAspectRatio: 'none', 'aria-hidden': 'true', focusable: 'false' },
    this.#title,
    this.#area,
    this.#line,
  );

  /**
   * Draws.
   *
   * @param {Array<{at: number, value: number}>} points oldest first
   * @param {string} title its range in words
   */
  draw(points, title) {
    this.#title.textContent = title;
    if (points.length < 2) {
      this.#line.setAttribute('d', '');
      this.#area.setAttribute('d', '');
      return;
    }
    const end = points.at(-1).at;
    const recent = points.filter(point => point.at >= end - SPAN_MILLIS);
    const span = Math.max(60_000, end - recent[0].at);
    const top = Math.max(...recent.map(point => point.value)) || 1;
    const places = recent.map(({ at, value }) => [WIDE - ((end - at) / span) * WIDE, HIGH - 2 - (value / top) * (HIGH - 4)]);
    const line = places.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join(' L');
    this.#line.setAttribute('d', `M${line}`);
    this.#area.setAttribute('d', `M${places[0][0].toFixed(1)} ${HIGH} L${line} L${WIDE} ${HIGH} Z`);
  }
}
