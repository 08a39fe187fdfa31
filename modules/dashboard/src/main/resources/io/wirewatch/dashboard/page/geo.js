/*
 * The globe on a plane: Mercator, since a dispatcher knows its shapes and north stays up. A point of the plane is {x, y} with x from
 * 0 at 180° west to 1 at 180° east and y growing southwards; a view multiplies it by the width of the world in pixels.
 */
const SOUTHERNMOST = -60;
const NORTHERNMOST = 80;

/** The part of the plane that is shown at all: what lies nearer to the poles is drawn at its edge. */
export const EDGE = { top: planeY(NORTHERNMOST), bottom: planeY(SOUTHERNMOST) };

/**
 * Degrees to the plane.
 *
 * @param {number} lon degrees east
 * @param {number} lat degrees north
 * @returns {{x: number, y: number}}
 */
export function project(lon, lat) {
  return { x: lon / 360 + 0.5, y: planeY(Math.max(SOUTHERNMOST, Math.min(NORTHERNMOST, lat))) };
}

function planeY(lat) {
  const sine = Math.sin((lat * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/**
 * An outline on the plane.
 *
 * @typedef {Object} Shape
 * @property {string} code ISO 3166, '' where it has none
 * @property {{x: number, y: number}} at where its name may stand
 * @property {Array<Float64Array>} rings x, y, x, y, …; the first point is the last
 * @property {{left: number, top: number, right: number, bottom: number}} box around all rings
 * @property {number} nameWidth of its largest ring
 */

/**
 * Reads a file of outlines (see outlines/make.mjs for what it holds).
 *
 * @param {{unit: number, arcs: number[][], shapes: Object[]}} file
 * @returns {{shapes: Shape[], inner: Float64Array[]}} shapes, and the lines that two of them share
 */
export function outlines(file) {
  const arcs = file.arcs.map(arc => projected(arc, file.unit));
  const uses = new Uint8Array(arcs.length);
  for (const { rings } of file.shapes) for (const ring of rings) for (const arc of ring) uses[arc < 0 ? ~arc : arc]++;
  return {
    shapes: file.shapes.map(shape => shapeOf(shape, arcs, file.unit)),
    inner: arcs.filter((_, k) => uses[k] > 1),
  };
}

function projected(arc, unit) {
  const points = new Float64Array(arc.length);
  let [lon, lat] = [0, 0];
  for (let k = 0; k < arc.length; k += 2) {
    const { x, y } = project((lon += arc[k]) * unit, (lat += arc[k + 1]) * unit);
    points[k] = x;
    points[k + 1] = y;
  }
  return points;
}

function shapeOf({ code, at, rings }, arcs, unit) {
  const points = rings.map(ring => joined(ring, arcs));
  const boxes = points.map(boxOf);
  const widest = boxes.reduce((a, b) => (b.right - b.left > a.right - a.left ? b : a));
  return {
    code,
    at: project(at[0] * unit, at[1] * unit),
    rings: points,
    box: around(boxes),
    nameWidth: widest.right - widest.left,
  };
}

function joined(ring, arcs) {
  const points = [];
  for (const index of ring) {
    const arc = arcs[index < 0 ? ~index : index];
    for (let k = 0; k < arc.length; k += 2) {
      const from = index < 0 ? arc.length - 2 - k : k;
      points.push(arc[from], arc[from + 1]);
    }
  }
  return Float64Array.from(points);
}

function boxOf(points) {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (let k = 0; k < points.length; k += 2) {
    box.left = Math.min(box.left, points[k]);
    box.right = Math.max(box.right, points[k]);
    box.top = Math.min(box.top, points[k + 1]);
    box.bottom = Math.max(box.bottom, points[k + 1]);
  }
  return box;
}

function around(boxes) {
  return {
    left: Math.min(...boxes.map(b => b.left)),
    right: Math.max(...boxes.map(b => b.right)),
    top: Math.min(...boxes.map(b => b.top)),
    bottom: Math.max(...boxes.map(b => b.bottom)),
  };
}
