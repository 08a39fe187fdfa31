import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './page.mjs';

const { runs, paragraphs, within } = await load('detail/spans.js');
const { matcherOf, read, lines } = await load('matchers.js');
const { endOf, wrongWith, parted } = await load('detail/ends.js');

const span = (text, word, more = {}) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length, ...more });
const shown = (text, entities, matches) =>
  runs(text, entities, matches)
    .map(({ entity, pieces }) => {
      const inner = pieces.map(piece => (piece.match ? `[${piece.text}]` : piece.text)).join('');
      return entity ? `<${inner}>` : inner;
    })
    .join('');

test('runs_withoutSpans_areTheText', () => assert.equal(shown('The border is open.', [], []), 'The border is open.'));

test('runs_ofTheEmptyText_areNone', () => assert.deepEqual(runs('', [{ start: 0, end: 3 }], []), []));

test('matchInsideAnEntity_isInsideIt', () => {
  const text = 'The Border Guard left.';
  assert.equal(shown(text, [span(text, 'Border Guard')], [span(text, 'Border')]), 'The <[Border] Guard> left.');
});

test('matchAcrossAnEntity_isPartedAtItsEdges', () => {
  const text = 'a border with Syria now';
  const parts = runs(text, [span(text, 'Syria')], [span(text, 'with Syria now')]);
  assert.equal(shown(text, [span(text, 'Syria')], [span(text, 'with Syria now')]), 'a border [with ]<[Syria]>[ now]');
  assert.deepEqual(
    parts
      .flatMap(run => run.pieces)
      .filter(piece => piece.match)
      .map(piece => piece.first),
    [true, false, false],
  );
});

test('matchesThatOverlap_keepTheFirst_andTheRestOfTheSecond', () => {
  const text = 'cells of the Islamic State';
  assert.equal(
    shown(text, [], [span(text, 'Islamic State'), span(text, 'cells of the Islamic')]),
    '[cells of the Islamic][ State]',
  );
});

test('matchesThatBeginTogether_keepTheLonger', () => {
  const text = 'border crossing';
  assert.equal(shown(text, [], [span(text, 'border'), span(text, 'border crossing')]), '[border crossing]');
});

test('spanBeyondTheText_isCut', () =>
  assert.equal(shown('short', [{ start: -3, end: 2 }], [{ start: 3, end: 99 }]), '<sh>o[rt]'));

test('spanThatIsNone_isLeftOut', () => assert.equal(shown('short', [{ start: 3, end: 3 }], [{ start: NaN, end: 0 }]), 'short'));

test('spanThatPartsASurrogatePair_isWidened', () => {
  const text = 'x😀y';
  assert.equal(shown(text, [], [{ start: 2, end: 3 }]), 'x[😀]y');
});

test('anySpans_keepEveryCharacterOnceAndInOrder', () => {
  let seed = 20260101;
  const next = most => (seed = (seed * 1103515245 + 12345) % 2147483648) % most;
  for (let round = 0; round < 500; round++) {
    const text = Array.from({ length: next(40) }, () => ['a', 'ب', ' ', '😀', '\n'][next(5)]).join('');
    const some = () => Array.from({ length: next(6) }, () => ({ start: next(50) - 4, end: next(50) - 4 }));
    const said = runs(text, some(), some())
      .flatMap(run => run.pieces)
      .map(piece => piece.text)
      .join('');
    assert.equal(said, text, `seed of round ${round}`);
  }
});

test('paragraphs_knowWhereTheyBegin', () =>
  assert.deepEqual(paragraphs('One.\n\nTwo.'), [
    { start: 0, text: 'One.' },
    { start: 6, text: 'Two.' },
  ]));

test('spansWithinParagraphs_areMovedThere', () => {
  const [first, second, third] = paragraphs('One.\nTwo three.\nFour.');
  const of = within([
    { start: 9, end: 14 },
    { start: 0, end: 3 },
    { start: 11, end: 19 },
  ]);
  assert.deepEqual(
    [of(first), of(second), of(third)],
    [
      [{ start: 0, end: 3 }],
      [
        { start: 4, end: 9 },
        { start: 6, end: 14 },
      ],
      [{ start: -5, end: 3 }],
    ],
  );
});

test('matcherOfOneValue_isAnEquality', () =>
  assert.equal(matcherOf('source', ['The "Hill" \\ Radio']), 'source="The \\"Hill\\" \\\\ Radio"'));

test('matcherOfSeveralValues_isReadBackAsThem', () => {
  const values = ['IQ-AN', 'a.b|c', 'x (y)'];
  assert.deepEqual(read(matcherOf('region', values)), { label: 'region', negated: false, values, pattern: false });
});

test('matcherOfOneValue_isReadBackAsIt', () => assert.deepEqual(read(matcherOf('rule', ['a\nb "c"'])).values, ['a\nb "c"']));

test('expression_isAPattern', () =>
  assert.deepEqual(read('rule!~"bor.*"'), { label: 'rule', negated: true, values: ['bor.*'], pattern: true }));

test('whatIsNoMatcher_isNull', () =>
  assert.deepEqual(['nonsense', 'rule=', 'rule="a', 'source=two words'].map(read), [null, null, null, null]));

test('linesOfAField_areWithoutBlankOnes', () => assert.deepEqual(lines(' a="b" \n\n c="d"'), ['a="b"', 'c="d"']));

test('endInTheMorning_isTheNextSixOClock', () => {
  assert.equal(endOf('morning', new Date(2026, 0, 5, 23, 10).getTime()).getTime(), new Date(2026, 0, 6, 6).getTime());
  assert.equal(endOf('morning', new Date(2026, 0, 5, 3, 10).getTime()).getTime(), new Date(2026, 0, 5, 6).getTime());
});

test('end_isToComeAndWithinNinetyDays', () => {
  const now = Date.parse('2026-01-05T08:00:00Z');
  const after = millis => wrongWith(new Date(now + millis), now);
  assert.deepEqual(
    [
      after(0),
      after(1),
      after(90 * 86_400_000),
      after(90 * 86_400_000 + 1),
      wrongWith(null, now),
      wrongWith(new Date(''), now),
    ],
    ['past', '', '', 'far', 'none', 'none'],
  );
});

test('silences_standWhereTheirTimesSay_unlessTold', () => {
  const now = Date.parse('2026-01-05T08:00:00Z');
  const silence = (id, start, end, told = false) => ({
    id,
    silence: { start: `2026-01-05T${start}:00Z`, end: `2026-01-05T${end}:00Z`, told },
  });
  const groups = parted(
    [
      silence('holds', '07:00', '09:00'),
      silence('ends first', '07:00', '08:30'),
      silence('comes', '10:00', '11:00'),
      silence('over', '06:00', '08:00'),
      silence('told', '07:00', '20:00', true),
    ],
    now,
  );
  assert.deepEqual(Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, group.map(entry => entry.id)])), {
    holding: ['ends first', 'holds'],
    coming: ['comes'],
    over: ['told', 'over'],
  });
});
