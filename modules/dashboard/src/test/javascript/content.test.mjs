import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './page.mjs';

const { bytesOf, hexDump, pretty } = await load('content.js');
const { isCountedOnly, redriveOf } = await load('redrive.js');

test('hexDump_aFullLineAndARest_standsInColumns', () => {
  const dump = hexDump(Uint8Array.from([...'wirewatch desk 1', '\n'], letter => letter.charCodeAt(0)));
  assert.deepEqual(dump.split('\n'), [
    '000000  77 69 72 65 77 61 74 63  68 20 64 65 73 6b 20 31  wirewatch desk 1',
    `000010  0a${' '.repeat(48 - 2)}  ·`,
  ]);
});

test('hexDump_aLongRecord_saysHowMuchIsLeftOut', () => assert.ok(hexDump(new Uint8Array(16 * 1024 + 5)).endsWith('\n… 5')));

test('bytesOf_bytesOrText_areTheSameBytes', () => {
  assert.deepEqual([...bytesOf({ bytes: Buffer.from('سنوور').toString('base64') })], [...bytesOf({ content: 'سنوور' })]);
  assert.equal(bytesOf({}), null);
});

test('pretty_whatOnlyLooksLikeJson_isNone', () => {
  assert.equal(pretty('{"a":1}'), '{\n  "a": 1\n}');
  assert.equal(pretty('{a'), undefined);
  assert.equal(pretty(undefined), undefined);
});

test('redriveOf_whatIsOnlyCounted_isNone', () => {
  const earlier = { topic: 'news.articles.rejected', step: 'earlier', reason: 'older than what is looked at', count: 7 };
  assert.equal(redriveOf(earlier), null);
  assert.ok(isCountedOnly(earlier));
});

test('redriveOf_aRecord_namesItsPlace', () => {
  const record = { topic: 'news.dead-letter', step: 'enrich', reason: 'x', partition: 0, offset: 17 };
  assert.equal(redriveOf(record), 'wirewatch redrive dead-letter --id 0/17');
});

test('redriveOf_aGroup_quotesItsReasonForTheShell', () => {
  const group = { topic: 'news.articles.rejected', step: 'enrich-check', reason: "it's $(empty)" };
  assert.equal(redriveOf(group), "wirewatch redrive rejected --where step=enrich-check --where 'reason=it'\\''s $(empty)'");
});

test('redriveOf_whatTheEdgeRefused_isNone', () => {
  assert.equal(redriveOf({ topic: 'news.articles.rejected', step: 'ingest-page', reason: 'x', partition: 0, offset: 1 }), null);
});

test('redriveOf_aReasonThatCameCut_isContained', () => {
  const group = { topic: 'news.dead-letter', step: 'enrich', reason: 'unknown magic byte…' };
  assert.equal(redriveOf(group), "wirewatch redrive dead-letter --where step=enrich --where 'reason~unknown magic byte'");
});

test('redriveOf_aReasonTooLongToRead_isContainedByItsBeginning', () => {
  const command = redriveOf({ topic: 'news.dead-letter', step: 'enrich', reason: 'x'.repeat(400) });
  assert.equal(command, `wirewatch redrive dead-letter --where step=enrich --where 'reason~${'x'.repeat(100)}'`);
});
