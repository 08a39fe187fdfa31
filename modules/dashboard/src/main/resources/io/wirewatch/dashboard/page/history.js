/** What the health events of the last minutes said, kept in the page: for sparklines, and for when a stage will have caught up. */

const KEPT_MILLIS = 10 * 60_000;
const TREND_MILLIS = 60_000;
const FEWEST_MILLIS = 8_000;
const ON_ITS_WAY_SECONDS = 5;
const FEW = 20;

/** Series of numbers by name, each with the time that the server measured it. */
export class History {
  #series = new Map();
  #lastAt = 0;

  /** Takes in a Health; one that is not newer than the last is left out. */
  add(health) {
    const at = Date.parse(health.at);
    if (!(at > this.#lastAt)) return;
    this.#lastAt = at;
    for (const stage of health.stages ?? []) {
      this.#put(`in ${stage.name}`, at, stage.inPerSecond);
      this.#put(`out ${stage.name}`, at, stage.outPerSecond);
      this.#put(`lag ${stage.name}`, at, stage.lag);
    }
    for (const topic of health.topics ?? []) this.#put(`topic ${topic.name}`, at, topic.perSecond);
  }

  /** The points of a series, oldest first: `{at, value}`; empty where nothing is known. */
  points(name) {
    return this.#series.get(name) ?? [];
  }

  /** How many minutes the points reach back, rounded up. */
  minutes() {
    const points = [...this.#series.values()][0] ?? [];
    return points.length < 2 ? 0 : Math.ceil((points.at(-1).at - points[0].at) / 60_000);
  }

  /**
   * How the lag of a stage moves.
   *
   * @param {{name: string, lag: number, state: string}} stage
   * @returns {{kind: 'none'|'stands'|'measuring'|'shrinks'|'grows'|'steady', seconds?: number, perMinute?: number}} `seconds` until
   *     nothing is left, `perMinute` how much it grows; `none` where nothing waits longer than seconds, `stands` where nobody reads
   */
  trend(stage) {
    if (!stage.lag || isOnItsWay(stage)) return { kind: 'none' };
    if (stage.state === 'STOPPED' || stage.state === 'ABSENT') return { kind: 'stands' };
    const points = this.points(`lag ${stage.name}`).filter(point => point.at >= this.#lastAt - TREND_MILLIS);
    if (points.length < 3 || points.at(-1).at - points[0].at < FEWEST_MILLIS) return { kind: 'measuring' };
    const perSecond = slope(points);
    if (Math.abs(perSecond) * 60 < Math.max(1, stage.lag * 0.02)) return { kind: 'steady' };
    return perSecond < 0 ? { kind: 'shrinks', seconds: stage.lag / -perSecond } : { kind: 'grows', perMinute: perSecond * 60 };
  }

  #put(name, at, value) {
    if (typeof value !== 'number') return;
    const points = this.points(name);
    points.push({ at, value });
    while (points[0].at < at - KEPT_MILLIS) points.shift();
    this.#series.set(name, points);
  }
}

/* What came within the last seconds is not behind: it is being read. */
function isOnItsWay({ state, lag, inPerSecond }) {
  return state === 'WORKING' && lag <= Math.max(FEW, (inPerSecond ?? 0) * ON_ITS_WAY_SECONDS);
}

/* Least squares, a second. */
function slope(points) {
  const middle = points.reduce((sum, point) => sum + point.at, 0) / points.length;
  const mean = points.reduce((sum, point) => sum + point.value, 0) / points.length;
  let across = 0;
  let along = 0;
  for (const { at, value } of points) {
    across += (at - middle) * (value - mean);
    along += (at - middle) ** 2;
  }
  return along === 0 ? 0 : (across / along) * 1000;
}

/** Whether it is a stage that nobody has to have and nobody ever started: the desk is enough for some. */
export function isUnused({ name, state }) {
  return name === 'deliver' && state === 'ABSENT';
}
