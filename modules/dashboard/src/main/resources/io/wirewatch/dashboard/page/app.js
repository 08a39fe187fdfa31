import { addWords, speak, t } from './words.js';
import coreWords from './words/core.js';
import { api } from './api.js';
import { replace } from './dom.js';
import { format } from './format.js';
import { stateBox } from './state.js';
import { loadNames } from './regions.js';
import { store } from './store.js';
import { start } from './stream.js';
import { follow } from './route.js';

/*
 * Puts the page together. Panels are loaded one by one: one that is missing or broken says so in its own place, and the rest works.
 */
const PANELS = {
  '#signin': './signin.js',
  '#filters': './filters.js',
  '#alerts': './list.js',
  '#map': './map.js',
  '#timeline': './timeline.js',
  '#detail': './detail.js',
  '#articles': './articles.js',
  '#silences': './silences.js',
  '#health': './health.js',
  '#tester': './tester.js',
  '#reports': './reports.js',
};
const FRAME = ['./header.js', './tabs.js', './keys.js', './frames.js'];

addWords(coreWords);
speak();
const context = Object.freeze({ store, api, t, format });
follow(store);
start(store);
await loadNames();
for (const module of FRAME) mount(module, document.body);
for (const [place, module] of Object.entries(PANELS)) mount(module, document.querySelector(place));

async function mount(module, element) {
  try {
    const panel = await import(module);
    await panel.mount(element, context);
  } catch (failure) {
    console.error(`${module} does not work`, failure);
    if (element === document.body) return;
    replace(
      element,
      stateBox('error', t('panel.broken', failure.message), { label: t('panel.again'), run: () => location.reload() }),
    );
  }
}
