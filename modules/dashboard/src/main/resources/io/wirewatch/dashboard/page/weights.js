import { h } from './dom.js';
import { format } from './format.js';
import { regionName } from './regions.js';
import { addWords, t } from './words.js';
import words from './words/text.js';

addWords(words);

/**
 * The regions of a text, each with how much of it is about it.
 *
 * @param {Object[]} regions not empty
 * @param {function(Object, ...Node): Node} [named] what holds the name of a region; a plain element where it is left out
 * @returns {HTMLElement}
 */
export function regionWeights(regions, named = (region, ...name) => h('span', { class: 'weight-name' }, name)) {
  return h(
    'ul',
    { class: 'weights' },
    regions.map(region => line(region, named)),
  );
}

function line(region, named) {
  const share = Math.min(1, Math.max(0, region.weight));
  const code = region.level !== 'PLACE' && [' ', h('span', { class: 'muted' }, region.code)];
  return h(
    'li',
    null,
    named(region, h('bdi', null, regionName(region)), code),
    h('span', { class: 'muted level' }, t(`level.${region.level}`)),
    h('span', { class: 'weight-bar', 'aria-hidden': 'true' }, h('span', { style: { '--share': String(share) } })),
    h('span', { class: 'share' }, format.percent(share)),
  );
}
