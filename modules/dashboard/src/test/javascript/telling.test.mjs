import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './page.mjs';

const { Telling } = await load('telling.js');
const { calmly } = await load('calmly.js');
const { unfolded } = await load('brief.js');

const after = millis => new Promise(done => setTimeout(done, millis));

function busy(millis) {
  const end = performance.now() + millis;
  while (performance.now() < end);
}

test('listeners_thatAreUrgent_areToldFirst', async () => {
  const telling = new Telling();
  const told = [];
  telling.on('filter', () => told.push('other'));
  telling.on('filter', () => told.push('urgent'), true);
  telling.changed('filter');
  await after(20);
  assert.deepEqual(told, ['urgent', 'other']);
});

test('listeners_thatTakeLong_areToldInFramesOfTheirOwn_eachOnce', async () => {
  const telling = new Telling();
  const told = [];
  for (const name of ['a', 'b', 'c']) {
    telling.on('alerts', () => {
      busy(10);
      told.push(name);
    });
  }
  telling.changed('alerts');
  let most = 0;
  for (let before = 0; told.length < 3; before = told.length) {
    await after(0);
    most = Math.max(most, told.length - before);
  }
  await after(20);
  assert.deepEqual(told, ['a', 'b', 'c']);
  assert.equal(most, 1);
});

test('listeners_thatHaveStopped_areNotTold', async () => {
  const telling = new Telling();
  let told = 0;
  telling.on('alerts', () => busy(10));
  const stop = telling.on('alerts', () => told++);
  telling.changed('alerts');
  stop();
  await after(30);
  assert.equal(told, 0);
});

test('calmly_askedOften_runsAtOnceAndOnceMore', async () => {
  let runs = 0;
  const run = calmly(() => runs++, 30);
  for (let k = 0; k < 5; k++) run();
  assert.equal(runs, 1);
  await after(60);
  assert.equal(runs, 2);
});

test('unfolded_regionsOfABriefPicture_areThoseOfTheirCodes', () => {
  const region = { code: 'IQ-AN', name: 'Al Anbar' };
  const { alerts } = unfolded({ regions: [region], alerts: [{ regions: ['IQ-AN'] }, { regions: [] }] });
  assert.deepEqual(alerts, [{ regions: [region] }, { regions: [] }]);
});

test('unfolded_aPictureThatIsWhole_staysAsItIs', () => {
  const alerts = [{ regions: [{ code: 'IQ' }] }];
  assert.equal(unfolded({ alerts }).alerts, alerts);
});
