import { h } from '../dom.js';
import { format } from '../format.js';
import { t } from '../words.js';
import { nameTitle } from './text.js';

const MOST_NAMES = 100;

/**
 * The names found in an article, each once, the most frequent first; nothing where none was found.
 *
 * @param {Object[]} entities
 * @param {function(Object)} point shows a place in the text
 */
export function namesOf(entities, point) {
  if (entities.length === 0) return null;
  const names = new Map();
  for (const entity of entities) {
    const key = `${entity.type} ${entity.id ?? entity.text}`;
    if (names.has(key)) names.get(key).push(entity);
    else names.set(key, [entity]);
  }
  const sorted = [...names.values()].sort((one, other) => other.length - one.length);
  return h(
    'details',
    { class: 'part more-names' },
    h('summary', null, t('detail.names'), ' ', h('span', { class: 'count' }, format.number(names.size))),
    h(
      'ul',
      { class: 'name-list' },
      sorted.slice(0, MOST_NAMES).map(found => nameLine(found, point)),
    ),
    sorted.length > MOST_NAMES && h('p', { class: 'muted' }, t('detail.andMore', sorted.length - MOST_NAMES)),
  );
}

function nameLine(found, point) {
  const [first] = found;
  let next = 0;
  return h(
    'li',
    null,
    h(
      'button',
      {
        type: 'button',
        class: 'chip entity',
        dataset: { type: first.type },
        title: `${nameTitle(first)}\n${t('detail.showInText')}`,
        onclick: () => point(found[next++ % found.length]),
      },
      h('bdi', null, first.text),
      found.length > 1 && h('span', { class: 'count' }, `×${format.number(found.length)}`),
    ),
    ' ',
    h(
      'span',
      { class: 'muted' },
      t(`entity.${first.type}`),
      first.id && [' · ', h('bdi', { class: 'code' }, first.id)],
      first.place && [' · ', h('bdi', null, placeOf(first.place))],
      ` · ${format.percent(first.confidence)}`,
    ),
  );
}

function placeOf({ admin1, country, lat, lon }) {
  return `${admin1 ?? country} · ${lat.toFixed(2)}, ${lon.toFixed(2)}`;
}
