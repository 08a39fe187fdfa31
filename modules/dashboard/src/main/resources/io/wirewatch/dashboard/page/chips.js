import { FACETS, isAll } from './criteria.js';
import { h, replace } from './dom.js';
import { format } from './format.js';
import { icon } from './icons.js';
import { regions } from './regions.js';
import { t } from './words.js';

/** What is filtered by, each part with a button that takes it away; nothing where nothing is. */
export function chips(store) {
  const element = h('ul', { class: 'chips', 'aria-label': t('filters.active') });
  const show = () => {
    element.hidden = isAll(store.filter);
    replace(
      element,
      parts(store),
      h(
        'li',
        null,
        h('button', { type: 'button', class: 'plain clear', onclick: () => store.clearFilter() }, t('filters.clear')),
      ),
    );
  };
  store.on('filter', show);
  show();
  return element;
}

/** How the value of a facet is called. */
export function valueName(facet, value) {
  if (facet === 'severity') return t(`severity.${value}`);
  if (facet === 'language') return t(`language.${value}`);
  if (facet === 'state') return t(`state.${value}`);
  return facet === 'region' ? regions.name(value) : value;
}

function parts(store) {
  const { filter } = store;
  const values = FACETS.flatMap(facet =>
    filter[facet].map(value => {
      const not = value.startsWith('!');
      return chip(
        t(not ? `facet.not.${facet}` : `facet.${facet}`),
        valueName(facet, not ? value.slice(1) : value),
        () => store.toggle(facet, value),
        not,
      );
    }),
  );
  return [
    ...values,
    filter.state && chip(t('facet.state'), valueName('state', filter.state), () => store.setFilter({ state: '' })),
    filter.last && chip(t('facet.time'), t(`last.${filter.last}`), () => store.setFilter({ last: '' })),
    (filter.from || filter.to) && chip(t('facet.time'), range(filter), () => store.setFilter({ from: '', to: '' })),
    filter.text && chip(t('facet.text'), `“${filter.text}”`, () => store.setFilter({ text: '' })),
  ];
}

function range({ from, to }) {
  const said = iso => `${format.day(iso)} ${format.clock(iso)}`;
  if (!to) return t('time.since', said(from));
  return from ? `${said(from)} – ${said(to)}` : t('time.until', said(to));
}

function chip(facet, name, remove, not = false) {
  return h(
    'li',
    { class: ['active-chip', not && 'not'] },
    h('span', null, h('span', { class: 'muted' }, facet), ' ', h('bdi', null, name)),
    h(
      'button',
      { type: 'button', class: 'plain', onclick: remove, 'aria-label': t('filters.remove', `${facet} ${name}`) },
      icon('close'),
    ),
  );
}
