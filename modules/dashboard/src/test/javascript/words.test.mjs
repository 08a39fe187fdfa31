import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { load } from './page.mjs';

const folder = new URL('../../main/resources/io/wirewatch/dashboard/page/words/', import.meta.url);
const PLACES = /\{\d\}/g;
const forms = word => (typeof word === 'string' ? [word] : Object.values(word));
const places = word => [...new Set(forms(word).flatMap(form => form.match(PLACES) ?? []))].sort().join();

for (const file of readdirSync(folder)) {
  const { default: words } = await load(`words/${file}`);

  test(`${file}_everyWord_isThereInBothLanguages`, () => {
    assert.deepEqual(Object.keys(words.ar).sort(), Object.keys(words.en).sort());
  });

  test(`${file}_everyWord_hasTheSameArgumentsInBothLanguages`, () => {
    for (const key of Object.keys(words.en)) assert.equal(places(words.ar[key]), places(words.en[key]), key);
  });

  test(`${file}_aWordByNumber_hasAFormForEveryOtherNumber`, () => {
    for (const language of ['en', 'ar']) {
      for (const [key, word] of Object.entries(words[language]))
        assert.ok(typeof word === 'string' || word.other, `${language} ${key}`);
    }
  });
}

test('page_everyWordItAsksFor_isThere', async () => {
  const known = new Set();
  for (const file of readdirSync(folder)) Object.keys((await load(`words/${file}`)).default.en).forEach(key => known.add(key));
  const page = new URL('../', folder);
  const modules = readdirSync(page, { recursive: true }).filter(name => name.endsWith('.js'));
  for (const name of modules) {
    for (const [, key] of readFileSync(new URL(name, page), 'utf8').matchAll(/\bt\('([\w.-]+)'/g))
      assert.ok(known.has(key), `${name}: ${key}`);
  }
});
