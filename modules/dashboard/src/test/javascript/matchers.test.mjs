import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anAlert, load } from './page.mjs';

const { silenceTest } = await load('matchers.js');
/* As LabelMatcherTest of the module deliver has them: what decides about messages and what this page shows must agree. */
const ALERT = anAlert({
  rule: 'dam-break',
  source: 'Say "News" \\ North',
  language: 'ar',
  regions: [{ code: 'IQ' }, { code: 'IQ-BA' }, { code: 'SY' }],
});
const FITS = [
  ['rule="dam-break"', true],
  ['rule = dam-break', true],
  ['rule=~"dam"', false],
  ['rule=~"dam.*"', true],
  ['rule=~"flood|dam-break"', true],
  ['rule=~"d|dam-break"', true],
  ['rule!~"flood|dam"', true],
  ['rule!="dam-break"', false],
  ['severity="high"', true],
  ['severity=~"low|medium"', false],
  ['region="SY"', true],
  ['region=~"IQ-.*"', true],
  ['region="IR"', false],
  ['region!="SY"', false],
  ['region!="IR"', true],
  ['region!~"I.*"', false],
  ['source="Say \\"News\\" \\\\ North"', true],
  ['source=~"(?i)SAY .* north"', true],
  ['language="ar"', true],
  ['route=""', true],
  ['route!=""', false],
  ['route=~".+"', false],
];

for (const [matcher, fits] of FITS) {
  test(`silenceTest_${matcher}_is${fits}`, () => assert.equal(silenceTest([matcher])(ALERT), fits));
}

test('silenceTest_severalMatchers_haveToFitAll', () => {
  assert.ok(silenceTest(['rule="dam-break"', 'region="SY"'])(ALERT));
  assert.ok(!silenceTest(['rule="dam-break"', 'region="IR"'])(ALERT));
});

test('silenceTest_ofWhatIsNoMatcher_fitsNothing', () => {
  for (const matcher of ['', 'rule', 'headline="x"', 'rule=~"("']) assert.ok(!silenceTest([matcher])(ALERT), matcher);
  assert.ok(!silenceTest([])(ALERT));
});

test('silenceTest_anExpressionThatBacktracks_isLeftAlone', () => {
  const hostile = silenceTest(['source=~"(a*)*(a|aa)+b{1,30}"']);
  const before = performance.now();
  assert.ok(!hostile(anAlert({ source: 'a'.repeat(500) })));
  assert.ok(performance.now() - before < 1_000);
});
