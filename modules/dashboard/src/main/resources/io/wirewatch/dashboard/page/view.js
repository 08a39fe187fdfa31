import { EDGE } from './geo.js';

/** Pixels that the world is wide at zoom 0; each step of zoom doubles it. */
const TILE = 256;
const CLOSEST = 11;
/* Alerts that all are in one town are shown with the land around it. */
const CLOSEST_FIT = 7.2;
const MARGIN = 0.16;

/** The part of the plane that a map shows: a middle, a zoom, and the size of the map in pixels. */
export class View {
  x = 0.5;
  y = 0.42;
  zoom = 1;
  width = 1;
  height = 1;

  /** How wide the world is, in pixels. */
  get world() {
    return TILE * 2 ** this.zoom;
  }

  /** Where a point of the plane is on the map, in pixels from its upper left corner. */
  onScreen({ x, y }) {
    return { x: (x - this.x) * this.world + this.width / 2, y: (y - this.y) * this.world + this.height / 2 };
  }

  /** The part of the plane that is seen. */
  get box() {
    const [halfWidth, halfHeight] = [this.width / 2 / this.world, this.height / 2 / this.world];
    return { left: this.x - halfWidth, right: this.x + halfWidth, top: this.y - halfHeight, bottom: this.y + halfHeight };
  }

  /** Gives the map another size; the middle stays. */
  resize(width, height) {
    this.width = Math.max(1, width);
    this.height = Math.max(1, height);
    this.#keepWithin();
  }

  /** Moves what is seen by pixels, as a finger does that drags it. */
  drag(dx, dy) {
    this.x -= dx / this.world;
    this.y -= dy / this.world;
    this.#keepWithin();
  }

  /** Zooms by steps; the point under these pixels stays where it is. */
  zoomAt(steps, px = this.width / 2, py = this.height / 2) {
    const before = this.world;
    this.zoom = Math.max(this.#farthest(), Math.min(CLOSEST, this.zoom + steps));
    const [dx, dy] = [px - this.width / 2, py - this.height / 2];
    this.x += dx / before - dx / this.world;
    this.y += dy / before - dy / this.world;
    this.#keepWithin();
  }

  /** Where a view of this size would be that shows a box of the plane: {x, y, zoom}. */
  fitting({ left, right, top, bottom }, closest = CLOSEST_FIT) {
    const [wide, high] = [Math.max(right - left, 1e-6), Math.max(bottom - top, 1e-6)];
    const room = 1 - 2 * MARGIN;
    const zoom = Math.log2(Math.min((this.width * room) / wide, (this.height * room) / high) / TILE);
    return { x: (left + right) / 2, y: (top + bottom) / 2, zoom: Math.max(this.#farthest(), Math.min(closest, zoom)) };
  }

  /** Goes there. */
  set({ x, y, zoom }) {
    this.x = x;
    this.y = y;
    this.zoom = Math.max(this.#farthest(), Math.min(CLOSEST, zoom));
    this.#keepWithin();
  }

  /* The whole world is as far as it goes: as wide as the map, or as high where the map is higher than that. */
  #farthest() {
    return Math.log2(Math.min(this.width, this.height / (EDGE.bottom - EDGE.top)) / TILE);
  }

  #keepWithin() {
    this.zoom = Math.max(this.zoom, this.#farthest());
    this.x = within(this.x, 0, 1, this.width / this.world);
    this.y = within(this.y, EDGE.top, EDGE.bottom, this.height / this.world);
  }
}

function within(middle, from, to, seen) {
  if (seen >= to - from) return (from + to) / 2;
  return Math.max(from + seen / 2, Math.min(to - seen / 2, middle));
}

/** What a map shows at a zoom: countries, provinces or places. @returns {'COUNTRY'|'ADMIN1'|'PLACE'} */
export function levelAt(zoom) {
  if (zoom < 4.4) return 'COUNTRY';
  return zoom < 7 ? 'ADMIN1' : 'PLACE';
}

/**
 * The box around most of what is counted: with many alerts the outermost twelfth in each direction does not count, so that one
 * report from far away does not make the rest small.
 *
 * @param {Array<{x: number, y: number, count: number}>} points not empty
 */
export function boxAround(points) {
  const total = points.reduce((sum, point) => sum + point.count, 0);
  const spare = total >= 50 ? total / 12 : 0;
  const [left, right] = ends(points, 'x', spare);
  const [top, bottom] = ends(points, 'y', spare);
  return { left, right, top, bottom };
}

function ends(points, axis, spare) {
  const sorted = [...points].sort((a, b) => a[axis] - b[axis]);
  const first = list => {
    let passed = 0;
    return list.find(point => (passed += point.count) > spare)[axis];
  };
  return [first(sorted), first(sorted.slice().reverse())];
}
