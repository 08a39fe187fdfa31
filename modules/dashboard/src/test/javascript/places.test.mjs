/* The calculations under map and timeline. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { load } from './page.mjs';

const page = new URL('../../main/resources/io/wirewatch/dashboard/page/', import.meta.url);
const { binned, floor, lines, Ranks, scaleOf } = await load('bins.js');
const { outlines, project } = await load('geo.js');
const { gazetteer, regionsAt, tallied } = await load('places.js');
const { boxAround, levelAt, View } = await load('view.js');

const HOUR = 3_600_000;
const iraq = { code: 'IQ', level: 'COUNTRY', country: 'IQ', lat: 33, lon: 44 };
const anbar = { code: 'IQ-AN', level: 'ADMIN1', country: 'IQ', lat: 33.4, lon: 42.0 };
const nineveh = { code: 'IQ-NI', level: 'ADMIN1', country: 'IQ', lat: 36.2, lon: 42.8 };
const fallujah = { code: 'geonames:99454', level: 'PLACE', country: 'IQ', lat: 33.35, lon: 43.8 };
const syria = { code: 'SY', level: 'COUNTRY', country: 'SY', lat: 35, lon: 38 };
const alert = (regions, more = {}) => ({
  id: 'a',
  severity: 'LOW',
  rule: 'border',
  eventTime: '2026-11-29T10:20:00.000Z',
  regions,
  ...more,
});
const codes = regions => regions.map(region => region.code).sort();

test('regionsAt_countries_rollsUp', () => {
  assert.deepEqual(codes(regionsAt(alert([fallujah, anbar, iraq, syria]), 'COUNTRY')), ['IQ', 'SY']);
});

test('regionsAt_provinces_leavesOutTheirCountryAndKeepsOneWithoutProvince', () => {
  assert.deepEqual(codes(regionsAt(alert([fallujah, anbar, iraq, syria]), 'ADMIN1')), ['IQ-AN', 'SY']);
});

test('regionsAt_places_keepsAProvinceOfWhichNoPlaceIsNamed', () => {
  assert.deepEqual(codes(regionsAt(alert([fallujah, anbar, nineveh, iraq]), 'PLACE')), ['IQ-NI', 'geonames:99454']);
});

test('regionsAt_placeWithoutItsCountry_isNotLost', () => {
  assert.deepEqual(codes(regionsAt(alert([fallujah]), 'COUNTRY')), ['geonames:99454']);
});

test('tallied_severities_theHighestCounts', () => {
  const alerts = [alert([iraq]), alert([iraq], { severity: 'CRITICAL', eventTime: '2026-11-29T11:00:00.000Z', id: 'b' })];
  const [tally] = tallied(alerts, one => regionsAt(one, 'COUNTRY'));
  assert.equal(tally.count, 2);
  assert.equal(tally.severity, 'CRITICAL');
  assert.equal(tally.newest.id, 'b');
});

test('gazetteer_countriesWithTheirProvincesBelow', () => {
  const alerts = [alert([anbar, iraq]), alert([iraq]), alert([syria])];
  assert.deepEqual(
    gazetteer(alerts).map(tally => [tally.region.code, tally.count]),
    [
      ['IQ', 2],
      ['IQ-AN', 1],
      ['SY', 1],
    ],
  );
});

test('scaleOf_span_takesTheShortestStepsThatFit', () => {
  const to = Date.parse('2026-11-29T10:20:00Z');
  const scale = scaleOf(to - 24 * HOUR, to, 50);
  assert.equal(scale.step, HOUR / 2);
  assert.ok(scale.begin <= to - 24 * HOUR && scale.begin + scale.count * scale.step > to);
});

test('floor_day_isLocalMidnight', () => {
  const begin = new Date(floor(Date.parse('2026-06-15T10:20:00Z'), 24 * HOUR));
  assert.deepEqual([begin.getHours(), begin.getMinutes()], [0, 0]);
});

test('lines_day_standOnRoundTimesWithin', () => {
  const scale = { begin: Date.parse('2026-11-29T00:10:00Z'), step: 10 * 60_000, count: 144 };
  const { apart, times } = lines(scale, 8);
  assert.equal(apart, 3 * HOUR);
  assert.ok(times.length >= 7 && times.every(time => time >= scale.begin && time === floor(time, apart)));
});

test('binned_alerts_countsEachOnceAndTheRestAsOthers', () => {
  const alerts = ['a', 'a', 'a', 'b', 'b', 'c'].map((rule, k) =>
    alert([], { rule, eventTime: new Date(k * HOUR).toISOString() }),
  );
  const counts = binned([...alerts, alert([])], { begin: 0, step: 2 * HOUR, count: 3 }, new Ranks(2), 2);
  assert.equal(counts.total, 6);
  assert.deepEqual([...counts.totals], [2, 2, 2]);
  assert.deepEqual([...counts.parts], [2, 0, 0, 1, 1, 0, 0, 1, 1]);
});

test('ranks_ruleThatLeavesAndComesBack_hasItsPlaceAgain', () => {
  const ranks = new Ranks(3);
  ranks.update(
    new Map([
      ['a', 9],
      ['b', 5],
      ['c', 1],
    ]),
  );
  ranks.update(
    new Map([
      ['b', 5],
      ['c', 1],
    ]),
  );
  assert.deepEqual(
    Object.fromEntries(
      ranks.update(
        new Map([
          ['a', 1],
          ['b', 5],
          ['c', 9],
        ]),
      ),
    ),
    { a: 0, b: 1, c: 2 },
  );
});

test('view_zoomAtAPoint_leavesItWhereItIs', () => {
  const view = new View();
  view.resize(800, 600);
  view.set({ x: 0.6, y: 0.4, zoom: 5 });
  const place = project(44.4, 33.3);
  const before = view.onScreen(place);
  view.zoomAt(1, before.x, before.y);
  const after = view.onScreen(place);
  assert.ok(Math.hypot(after.x - before.x, after.y - before.y) < 1e-6);
});

test('view_fitting_showsAllOfABox', () => {
  const view = new View();
  view.resize(400, 900);
  const [a, b] = [project(35, 30), project(48, 38)];
  view.set(view.fitting({ left: a.x, right: b.x, top: b.y, bottom: a.y }));
  for (const point of [a, b].map(one => view.onScreen(one)))
    assert.ok(point.x > 0 && point.x < 400 && point.y > 0 && point.y < 900);
});

test('boxAround_oneReportFarAway_doesNotWidenIt', () => {
  const near = Array.from({ length: 10 }, (_, k) => ({ x: 0.6 + k / 1000, y: 0.4, count: 10 }));
  assert.ok(boxAround([...near, { x: 0.1, y: 0.4, count: 1 }]).left >= 0.6);
});

test('levelAt_zoom_goesFromCountriesToPlaces', () => {
  assert.deepEqual([2, 5, 9].map(levelAt), ['COUNTRY', 'ADMIN1', 'PLACE']);
});

test('outlines_files_holdClosedRingsThatStayOnTheMap', () => {
  for (const [file, code] of [
    ['countries.json', 'IQ'],
    ['provinces.json', 'IQ-AN'],
  ]) {
    const { shapes } = outlines(JSON.parse(fs.readFileSync(new URL(`outlines/${file}`, page))));
    assert.ok(shapes.some(shape => shape.code === code));
    for (const ring of shapes.flatMap(shape => shape.rings)) {
      assert.deepEqual([ring[0], ring[1]], [ring.at(-2), ring.at(-1)]);
      for (let k = 2; k < ring.length; k += 2) assert.ok(Math.abs(ring[k] - ring[k - 2]) < 0.5, `${code} jumps over the edge`);
    }
  }
});
