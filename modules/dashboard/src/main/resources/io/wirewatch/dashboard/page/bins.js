/* Time in equal steps, for bars. A step begins on a round local time, so that days are the reader's days. */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  7 * DAY,
  30 * DAY,
  365 * DAY,
];
const LINES = [
  5 * MINUTE,
  10 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
  14 * DAY,
  30 * DAY,
  90 * DAY,
  365 * DAY,
];

/* An alert is never changed, so its time is read once. */
const times = new WeakMap();

/** When an alert happened, in milliseconds since 1970. */
export function timeOf(alert) {
  let time = times.get(alert);
  if (time === undefined) times.set(alert, (time = Date.parse(alert.eventTime)));
  return time;
}

/**
 * Equal steps over a span.
 *
 * @typedef {Object} Scale
 * @property {number} begin of the first step, in milliseconds since 1970
 * @property {number} step its length in milliseconds
 * @property {number} count of steps
 */

/**
 * The shortest steps that leave room for each.
 *
 * @param {number} from in milliseconds since 1970
 * @param {number} to likewise; within the last step
 * @param {number} most how many steps may be
 * @returns {Scale}
 */
export function scaleOf(from, to, most) {
  const step = STEPS.find(length => (to - from) / length + 1 <= most) ?? STEPS.at(-1);
  const begin = floor(from, step);
  return { begin, step, count: Math.max(1, Math.floor((to - begin) / step) + 1) };
}

/** The last begin of a step at or before a time. */
export function floor(time, step) {
  const offset = -new Date(time).getTimezoneOffset() * MINUTE;
  return Math.floor((time + offset) / step) * step - offset;
}

/** Times at which a line may stand: round ones, about as many as asked for. @param {Scale} scale */
export function lines({ begin, step, count }, about) {
  const span = step * count;
  const apart = LINES.find(length => span / length <= about) ?? LINES.at(-1);
  const found = [];
  for (let time = floor(begin + apart - 1, apart); time <= begin + span; time += apart) if (time >= begin) found.push(time);
  return { apart, times: found };
}

/** The part of a step in words: its key and number. */
export function lengthOf(step) {
  for (const [unit, length] of [
    ['day', DAY],
    ['hour', HOUR],
    ['minute', MINUTE],
  ]) {
    if (step % length === 0) return { key: step === length ? unit : `${unit}s`, count: step / length };
  }
  return { key: 'minutes', count: step / MINUTE };
}

/**
 * Rules by place in a stack of bars. A rule that stays among the most frequent keeps its place, and with it its colour; one that comes
 * back gets the one that it had, where that is free.
 */
export class Ranks {
  #places = new Map();
  #had = new Map();
  #most;

  /** @param {number} most how many rules have a place of their own */
  constructor(most) {
    this.#most = most;
  }

  /** Takes new counts. @param {Map<string, number>} counts by rule @returns {Map<string, number>} rule to its place from 0 */
  update(counts) {
    const top = [...counts]
      .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
      .slice(0, this.#most)
      .map(([rule]) => rule);
    for (const rule of [...this.#places.keys()]) if (!top.includes(rule)) this.#places.delete(rule);
    for (const rule of top) if (!this.#places.has(rule)) this.#places.set(rule, this.#free(rule));
    for (const [rule, place] of this.#places) this.#had.set(rule, place);
    return this.#places;
  }

  #free(rule) {
    const used = new Set(this.#places.values());
    const free = [...Array(this.#most).keys()].filter(place => !used.has(place));
    const wanted = new Set(this.#had.values());
    return free.includes(this.#had.get(rule)) ? this.#had.get(rule) : (free.find(place => !wanted.has(place)) ?? free[0]);
  }
}

/**
 * Counts alerts by step and rule.
 *
 * @param {Iterable<Object>} alerts
 * @param {Scale} scale
 * @param {Ranks} ranks
 * @param {number} most places of ranks; one more is for all other rules
 * @returns {{totals: Uint32Array, parts: Uint32Array, byRule: Map<string, number>, places: Map<string, number>,
 *     highest: number, total: number}} parts: of step s and place p at s * (most + 1) + p
 */
export function binned(alerts, scale, ranks, most) {
  const byRule = new Map();
  const within = [];
  for (const alert of alerts) {
    const at = Math.floor((timeOf(alert) - scale.begin) / scale.step);
    if (!(at >= 0 && at < scale.count)) continue;
    within.push(at, alert.rule);
    byRule.set(alert.rule, (byRule.get(alert.rule) ?? 0) + 1);
  }
  const places = ranks.update(byRule);
  const totals = new Uint32Array(scale.count);
  const parts = new Uint32Array(scale.count * (most + 1));
  for (let k = 0; k < within.length; k += 2) {
    totals[within[k]]++;
    parts[within[k] * (most + 1) + (places.get(within[k + 1]) ?? most)]++;
  }
  return { totals, parts, byRule, places, highest: totals.reduce((a, b) => Math.max(a, b), 0), total: within.length / 2 };
}
