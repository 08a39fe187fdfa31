import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aSilence, anAlert, anEntry, load } from './page.mjs';

const { store } = await load('store.js');
const { MOST } = await load('holdings.js');

function holding(alerts, { incidents = [], desk = [] } = {}) {
  store.clearFilter();
  store.load({ alerts, incidents, desk });
}

test('rows_alertsOfOneIncident_areOneRowWithTheNewestFirst', () => {
  const [a, b, c] = [anAlert({ incident: 'i' }), anAlert(), anAlert({ incident: 'i' })];
  holding([a, b, c]);
  assert.deepEqual(
    store.rows().map(row => row.alerts.map(alert => alert.id)),
    [[c.id, a.id], [b.id]],
  );
});

test('rows_severity_isTheGravestThatStands', () => {
  const parts = { incident: 'i', severity: 'CRITICAL', status: 'RETRACTED' };
  holding([
    anAlert(parts),
    anAlert({ incident: 'i', severity: 'MEDIUM' }),
    anAlert({ incident: 'i', severity: 'LOW' }),
    anAlert(parts),
  ]);
  assert.equal(store.rows()[0].severity, 'MEDIUM');
});

test('rows_severity_ofWhatIsTakenBackInFull_isThatOfTheNewest', () => {
  holding([anAlert({ severity: 'LOW', status: 'RETRACTED' })]);
  assert.equal(store.rows()[0].severity, 'LOW');
});

test('rows_severity_ofAnIncidentThatIsGraverThanItsAlertsHere_isItsOwn', () => {
  holding([anAlert({ incident: 'i', severity: 'LOW' })], { incidents: [{ id: 'i', severity: 'CRITICAL' }] });
  assert.equal(store.rows()[0].severity, 'CRITICAL');
});

test('putAlert_ofAnIdThatIsHeld_replacesIt', () => {
  const alert = anAlert();
  holding([alert]);
  store.putAlert({ ...alert, incident: 'i' });
  assert.deepEqual(
    store.rows().map(row => row.id),
    ['i'],
  );
  assert.equal(store.alerts.size, 1);
});

test('putAlert_thatHappenedEarlier_standsInItsPlace', () => {
  const [early, late] = [anAlert(), anAlert()];
  holding([late]);
  store.putAlert(early);
  assert.deepEqual(store.shown(), [late, early]);
});

test('putAlert_beyondTheMost_letsTheOldestGo', () => {
  const alerts = Array.from({ length: MOST }, (_, index) =>
    anAlert({ id: `n${index}`, eventTime: new Date(1e12 + index).toISOString() }),
  );
  holding(alerts);
  store.putAlert(anAlert());
  assert.equal(store.alerts.size, MOST);
  assert.ok(!store.alerts.has('n0'));
  assert.equal(store.row('n0'), null);
});

test('load_thatNamesAnAlertTwice_holdsItOnce', () => {
  const alert = anAlert();
  holding([alert, { ...alert }]);
  assert.equal(store.shown().length, 1);
});

test('stateOf_followsWhatTheDeskDecides', () => {
  const alert = anAlert();
  holding([alert]);
  assert.equal(store.stateOf(alert), 'open');
  store.putDesk(anEntry('ACKNOWLEDGEMENT', alert.id));
  assert.equal(store.stateOf(alert), 'acknowledged');
  store.putDesk({ id: `acknowledgement/${alert.id}`, gone: true });
  assert.equal(store.stateOf(alert), 'open');
});

test('stateOf_anIncidentOfWhichOneAlertIsNotSilenced_isOpen', () => {
  const [quiet, loud] = [anAlert({ incident: 'i', rule: 'drill' }), anAlert({ incident: 'i' })];
  holding([quiet], { desk: [aSilence(['rule="drill"'])] });
  assert.equal(store.stateOf(quiet), 'silenced');
  store.putAlert(loud);
  assert.equal(store.stateOf(quiet), 'open');
});

test('stateOf_aSilenceThatIsOver_hidesNothing', () => {
  const alert = anAlert();
  holding([alert], { desk: [aSilence(['rule="dam-break"'], { end: new Date(Date.now() - 1).toISOString() })] });
  assert.equal(store.stateOf(alert), 'open');
});

test('stateOf_aSilenceThatEndsByTheClock_isTold', async () => {
  const alert = anAlert();
  holding([alert], { desk: [aSilence(['rule="dam-break"'], { end: new Date(Date.now() + 60).toISOString() })] });
  assert.equal(store.stateOf(alert), 'silenced');
  await new Promise(resolve => setTimeout(resolve, 20));
  await new Promise(resolve => {
    const off = store.on('desk', () => resolve(off()));
  });
  assert.equal(store.stateOf(alert), 'open');
});

test('openBySeverity_countsIncidentsThatNobodySawTo', () => {
  const [a, b, gone] = [anAlert({ severity: 'CRITICAL' }), anAlert(), anAlert({ status: 'RETRACTED' })];
  holding([a, b, gone], { desk: [anEntry('ACKNOWLEDGEMENT', b.id)] });
  assert.deepEqual(store.openBySeverity(), { CRITICAL: 1, HIGH: 0, MEDIUM: 0, LOW: 0 });
});

test('counts_ofAFacet_leaveItsOwnChoiceAside', () => {
  holding([anAlert({ rule: 'a' }), anAlert({ rule: 'b' }), anAlert({ rule: 'b', source: 'Hill Radio' })]);
  store.setFilter({ rule: ['a'] });
  assert.deepEqual(
    [...store.counts().get('rule')],
    [
      ['b', 2],
      ['a', 1],
    ],
  );
  assert.deepEqual([...store.counts().get('source')], [['River News', 1]]);
});

test('toggle_theOppositeOfAValue_takesItsPlace', () => {
  store.clearFilter();
  store.toggle('rule', 'a');
  store.toggle('rule', '!a');
  assert.deepEqual(store.filter.rule, ['!a']);
  store.toggle('rule', '!a');
  assert.deepEqual(store.filter.rule, []);
});

test('setFilter_aWindowAndARange_excludeEachOther', () => {
  store.setFilter({ last: '24h' });
  store.setFilter({ from: '2026-01-01T00:00:00Z' });
  assert.equal(store.filter.last, '');
  store.setFilter({ last: '1h' });
  assert.equal(store.filter.from, '');
});

test('on_manyChangesAtOnce_areOneCall', async () => {
  let calls = 0;
  const off = store.on('filter', () => calls++);
  for (const text of ['d', 'da', 'dam']) store.setFilter({ text });
  await new Promise(resolve => setTimeout(resolve, 50));
  off();
  assert.equal(calls, 1);
});

test('on_aListenerThatFails_doesNotKeepOthersFromHearing', async t => {
  const said = t.mock.method(console, 'error', () => {});
  const offFirst = store.on('open', () => {
    throw new Error('broken');
  });
  const heard = new Promise(resolve => store.on('open', resolve));
  store.openDetail('incident', 'i');
  await heard;
  offFirst();
  assert.equal(said.mock.callCount(), 1);
});

test('putIncident_withoutAlerts_isNotKeptForEver', () => {
  holding([anAlert({ incident: 'i' })], { incidents: [{ id: 'i', severity: 'LOW' }] });
  for (let count = 0; count < 2 * MOST; count++) store.putIncident({ id: `empty-${count}`, severity: 'LOW' });
  assert.deepEqual([...store.incidents.keys()], ['i']);
});

test('rows_afterOneAlertMore_areThoseThatWereThereButForItsOwn', () => {
  const [a, b] = [anAlert({ incident: 'i' }), anAlert({ incident: 'j' })];
  holding([a, b]);
  const before = new Map(store.rows().map(row => [row.id, row]));
  store.putAlert(anAlert({ incident: 'i' }));
  const after = new Map(store.rows().map(row => [row.id, row]));
  assert.equal(after.get('j'), before.get('j'));
  assert.notEqual(after.get('i'), before.get('i'));
  assert.equal(after.get('i').alerts.length, 2);
});

test('rows_afterAnAlertIsTakenBack_sayThatOfItsIncident', () => {
  const [older, newer] = [anAlert({ incident: 'i', severity: 'CRITICAL' }), anAlert({ incident: 'i', severity: 'LOW' })];
  holding([older, newer]);
  assert.equal(store.rows()[0].severity, 'CRITICAL');
  store.putAlert({ ...older, status: 'RETRACTED' });
  assert.equal(store.rows()[0].severity, 'LOW');
});

test('rows_afterADecision_sayIt', () => {
  holding([anAlert({ incident: 'i' })]);
  assert.equal(store.rows()[0].acknowledged, undefined);
  store.putDesk(anEntry('ACKNOWLEDGEMENT', 'i'));
  assert.equal(store.rows()[0].acknowledged.by, 'somebody');
});
