import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anAlert, load } from './page.mjs';

const criteria = await load('criteria.js');
const passes = (parts, alert, state = 'open') => criteria.failing(criteria.frozen(parts), () => state)(alert) === 0;

test('failing_severalValuesOfAFacet_areAlternatives', () => {
  assert.ok(passes({ rule: ['dam-break', 'flood'] }, anAlert()));
  assert.ok(!passes({ rule: ['flood'] }, anAlert()));
});

test('failing_severalFacets_areConditions', () => {
  assert.ok(!passes({ rule: ['dam-break'], source: ['Hill Radio'] }, anAlert()));
});

test('failing_aCountry_takesWhatIsInItsProvinces', () => {
  assert.ok(passes({ region: ['IQ'] }, anAlert()));
  assert.ok(!passes({ region: ['SY'] }, anAlert()));
});

test('failing_aValueWithAnExclamationMark_keepsOut', () => {
  assert.ok(!passes({ source: ['!River News'] }, anAlert()));
  assert.ok(passes({ source: ['!Hill Radio'] }, anAlert()));
});

test('failing_severalWords_haveToBeThereAll', () => {
  assert.ok(passes({ text: 'BURST dam' }, anAlert()));
  assert.ok(!passes({ text: 'dam flood' }, anAlert()));
});

test('failing_arabicWithOtherFormsOfLetters_isFound', () => {
  assert.ok(passes({ text: 'اغلاق' }, anAlert({ headline: 'إغلاق السد', language: 'ar' })));
});

test('failing_timesOutsideTheRange_fail', () => {
  const alert = anAlert({ eventTime: '2026-01-02T12:00:00.000Z' });
  assert.ok(passes({ from: '2026-01-02T12:00:00Z', to: '2026-01-02T13:00:00Z' }, alert));
  assert.ok(!passes({ from: '2026-01-02T12:00:00.001Z' }, alert));
  assert.ok(!passes({ to: '2026-01-02T11:59:00Z' }, alert));
});

test('failing_aWindow_endsNow', () => {
  const ago = millis => anAlert({ eventTime: new Date(Date.now() - millis).toISOString() });
  assert.ok(passes({ last: '1h' }, ago(3_000_000)));
  assert.ok(!passes({ last: '1h' }, ago(4_000_000)));
});

test('failing_theState_isThatOfTheIncident', () => {
  assert.ok(passes({ state: 'acknowledged' }, anAlert(), 'acknowledged'));
  assert.ok(!passes({ state: 'open' }, anAlert(), 'acknowledged'));
});

test('read_ofWhatWriteWrote_isTheSameFilter', () => {
  const filter = criteria.frozen({
    rule: ['a&b', 'c d'],
    region: ['geonames:99592', '!IQ'],
    text: 'سد "x"',
    last: '24h',
    state: 'open',
  });
  assert.deepEqual(criteria.read(new URLSearchParams(String(criteria.write(filter)))), filter);
});

test('read_ofWhatNobodyWrote_letsEverythingPass', () => {
  assert.ok(criteria.isAll(criteria.read(new URLSearchParams('state=gone&from=yesterday&last=toString&rule='))));
});

test('found_aWordTwice_isTwoPlaces', () => {
  assert.deepEqual(criteria.found('dam by dam', criteria.frozen({ text: 'DAM' })), [
    { start: 0, end: 3 },
    { start: 7, end: 10 },
  ]);
});
