import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './page.mjs';

const { History } = await load('history.js');
const BEGIN = Date.parse('2026-01-01T08:00:00Z');
const SPREAD_SECONDS = 2;

/** A history of a stage whose lag was measured every two seconds. */
function historyOf(lags, state = 'BEHIND') {
  const history = new History();
  lags.forEach((lag, index) =>
    history.add({
      at: new Date(BEGIN + index * SPREAD_SECONDS * 1000).toISOString(),
      stages: [{ name: 'alert', state, lag, inPerSecond: 10, outPerSecond: 9 }],
    }),
  );
  return history;
}

const stage = (lag, state = 'BEHIND') => ({ name: 'alert', state, lag, inPerSecond: 10 });
const counting = (from, step, count = 20) => Array.from({ length: count }, (_, index) => from + index * step);

test('trend_aLagThatShrinks_saysTheSecondsUntilNothingIsLeft', () => {
  const trend = historyOf(counting(1000, -20)).trend(stage(620));
  assert.equal(trend.kind, 'shrinks');
  assert.ok(Math.abs(trend.seconds - 62) < 0.5, String(trend.seconds));
});

test('trend_aLagThatGrows_saysByHowMuchAMinute', () => {
  const trend = historyOf(counting(1000, 20)).trend(stage(1380));
  assert.equal(trend.kind, 'grows');
  assert.ok(Math.abs(trend.perMinute - 600) < 1, String(trend.perMinute));
});

test('trend_aLagThatStays_isSteady', () => assert.equal(historyOf(counting(1000, 0)).trend(stage(1000)).kind, 'steady'));

test('trend_fewMeasurements_areNoTrend', () => assert.equal(historyOf([1000, 900, 800]).trend(stage(800)).kind, 'measuring'));

test('trend_nobodyReads_stands', () => {
  assert.equal(historyOf(counting(1000, 0), 'STOPPED').trend(stage(1000, 'STOPPED')).kind, 'stands');
});

test('trend_whatIsReadWithinSeconds_isNoLag', () => {
  assert.equal(historyOf(counting(0, 1), 'WORKING').trend(stage(19, 'WORKING')).kind, 'none');
  assert.equal(historyOf(counting(0, 0)).trend(stage(0)).kind, 'none');
});

test('add_theSameMomentTwice_countsOnce', () => {
  const history = historyOf([5, 6]);
  history.add({ at: new Date(BEGIN).toISOString(), stages: [{ name: 'alert', lag: 99 }] });
  assert.deepEqual(
    history.points('lag alert').map(point => point.value),
    [5, 6],
  );
});

test('points_olderThanTenMinutes_areForgotten', () => {
  const points = historyOf(counting(0, 1, 400)).points('lag alert');
  assert.equal(points.length, 301);
  assert.equal(points.at(-1).value, 399);
});
