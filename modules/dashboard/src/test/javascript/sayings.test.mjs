import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './page.mjs';

const { saying } = await load('sayings.js');
const { default: words } = await load('words/clauses.js');

/* As ClauseText, PartReading, NearDistance, NearMisses and Condition of the module rules write them: what changes there is missing here. */
const SENTENCES = [
  'all of 2',
  'any of 12',
  'none of',
  'near, within 4 words',
  'near, within 4 words, in this order',
  'concept what-has-limits',
  'score of at least 2.5',
  '1 of 2 hold',
  'not one of 3 holds',
  'not one of its 14 aliases is there',
  'score 1 of 2.5',
  "term 'border'",
  "exact 'ISIS' in capitals",
  "exact phrase 'فريق الحدود' with clitics",
  "phrase 'pull out' with up to 2 words between",
  "prefix 'withdr'",
  'concept gate is not there',
  "exact 'ISIS' in capitals: 'Isis' is there, but not in capitals",
  'concept frontier-life is there, and must not be',
  'the closest are within 14 words, wanted 5',
  'in another order only',
  'all are there, but not in one field',
  "not one of 2 holds; nearest is term 'a: b': 'a b' is there, but with clitics",
  "'borders' is there, but stands beside what unless_followed_by or unless_preceded_by names",
  "'x' is there, but fold keeps it apart",
  "'x' is there, an inflection, but exact is wanted",
  "'x' is there, but with more words between than slop allows",
  "'x' is there, but not_span takes it away",
  "'x' is there, but in a field that the rule does not look at",
  'the filter on region',
  'the published set',
  'the rules given',
  'the rules of this process, since no set is published',
];

/** Words of one language, all plurals as the general one. */
function wordsOf(language) {
  return (key, ...args) => {
    const word = words[language][key];
    assert.ok(word, `no word for ${key} in ${language}`);
    return (word.other ?? word).replace(/\{(\d)\}/g, (_, index) => String(args[index]));
  };
}

for (const sentence of SENTENCES) {
  test(`saying_${sentence}_isTheSameInEnglishAndAnotherInArabic`, () => {
    assert.equal(saying(sentence, wordsOf('en')), sentence);
    const arabic = saying(sentence, wordsOf('ar'))
      .replace(/'[^']*'/g, '')
      .replace(/unless_\w+|not_span|exact|fold|slop|[a-z]+(-[a-z]+)+|gate/g, '');
    assert.match(arabic, /[\u0600-\u06ff]/);
    assert.doesNotMatch(arabic, / (of|is|in|the|within|with|there|words) /);
  });
}

test('saying_whatTheEngineNeverSaid_isShownAsItCame', () => {
  assert.equal(saying('a new remark: of a later build', wordsOf('ar')), 'a new remark: of a later build');
});
