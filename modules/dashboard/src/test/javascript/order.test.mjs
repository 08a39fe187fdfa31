import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './page.mjs';

const { Order } = await load('order.js');
const row = (id, arrivedAt) => ({ id, alerts: [{ id: `${id}-alert`, arrivedAt }] });
const shown = rows => rows.flatMap(one => one.alerts);
const [a, b, c] = [row('a', '2026-01-01'), row('b', '2026-01-02'), row('c', '2026-01-03')];

function taken(rows) {
  const order = new Order();
  order.take(rows, shown(rows));
  return order;
}

test('keep_aNewRowOnTop_isNotThereYet', () => {
  const order = taken([b, a]);
  order.keep([c, b, a], 0);
  assert.deepEqual(order.rows, [b, a]);
  assert.equal(order.fresh(shown([c, b, a])), 1);
});

test('keep_aRowThatMovedUp_keepsItsPlaceAndIsNew', () => {
  const order = taken([b, a]);
  const moved = { ...a, alerts: [{ id: 'another', arrivedAt: '2026-01-04' }, ...a.alerts] };
  order.keep([moved, b], 0);
  assert.deepEqual(order.rows, [b, moved]);
  assert.equal(order.fresh(shown([moved, b])), 1);
});

test('keep_rowsThatWentAboveTheFirstInSight_areCounted', () => {
  const order = taken([c, b, a]);
  assert.equal(order.keep([c, a], 2), 1);
  assert.deepEqual(order.rows, [c, a]);
});

test('keep_rowsThatWentBelow_areNotCounted', () => {
  assert.equal(taken([c, b, a]).keep([c, b], 2), 0);
});

test('take_afterwards_leavesNothingNew', () => {
  const order = taken([b, a]);
  order.take([c, b, a], shown([c, b, a]));
  assert.deepEqual(order.rows, [c, b, a]);
  assert.equal(order.fresh(shown([c, b, a])), 0);
});
