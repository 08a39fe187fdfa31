import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './page.mjs';

const happens = {};
globalThis.addEventListener = (name, listener) => (happens[name] = listener);

const answers = {
  '/api/session': { role: 'operator', csrf: 'x' },
  '/api/picture': { position: 'here', loading: false, alerts: [], incidents: [], desk: [] },
};
globalThis.fetch = async path => new Response(JSON.stringify(answers[path.split('?')[0]]));

const opened = [];
globalThis.EventSource = class extends EventTarget {
  closed = false;

  constructor(address) {
    super();
    this.address = address;
    opened.push(this);
  }

  close() {
    this.closed = true;
  }
};

const { start } = await load('stream.js');
const { store } = await load('store.js');

async function streams(count) {
  for (let wait = 0; opened.length < count && wait < 200; wait++) await new Promise(go => setTimeout(go, 5));
  assert.equal(opened.length, count);
  return opened.at(-1);
}

test('stream_ofAPageThatIsLeft_ends_andBeginsWhereItWasWhenThePageComesBack', async () => {
  start(store);
  const first = await streams(1);
  assert.match(first.address, /after=here$/);

  happens.pagehide();
  assert.ok(first.closed);

  happens.pageshow({ persisted: true });
  const second = await streams(2);
  assert.match(second.address, /after=here$/);
  assert.ok(!second.closed);
});

test('stream_ofAPageThatIsShownForTheFirstTime_isOne', async () => {
  happens.pageshow({ persisted: false });
  await new Promise(go => setTimeout(go, 20));
  assert.equal(opened.length, 2);
});
