import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './page.mjs';

const { pieces } = await load('layers.js');

test('pieces_anEntityAndAMarkThatOverlap_areCutWhereEitherEnds', () => {
  const entity = { start: 0, end: 9, type: 'GROUP' };
  const mark = { start: 4, end: 12 };
  const cut = pieces('abcdefghijklmn', [entity], [mark]).map(piece => [piece.text, Boolean(piece.entity), piece.marks.length]);
  assert.deepEqual(cut, [['abcd', true, 0], ['efghi', true, 1], ['jkl', false, 1], ['mn', false, 0]]);
});

test('pieces_offsetsOutsideTheText_areLeftOut', () => {
  const cut = pieces('short', [{ start: 2, end: 99 }, { start: -1, end: 3 }], [{ start: 4, end: 4 }]);
  assert.deepEqual(cut.map(piece => [piece.text, Boolean(piece.entity)]), [['short', false]]);
});

test('pieces_ofNothing_isNothing', () => assert.deepEqual(pieces('', [], []), []));
