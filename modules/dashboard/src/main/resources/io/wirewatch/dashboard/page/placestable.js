import { regionName } from './regions.js';
import { h, replace } from './dom.js';
import { gazetteer } from './places.js';

const MOST = 500;

/**
 * The map as a table: countries, under each its provinces and places, with counts; what a row counts is what the filter shows when
 * it is chosen.
 *
 * @returns {{show: function(Object[])}} which takes the alerts to count
 */
export function placesTable(element, { store, t, format }) {
  const row = ({ region, count, severity }) => {
    const chosen = store.filter.region.includes(region.code);
    const pick = h(
      'button',
      {
        type: 'button',
        class: 'plain',
        'aria-pressed': chosen,
        dataset: { code: region.code },
        onclick: () => store.toggle('region', region.code),
      },
      regionName(region),
    );
    return h(
      'tr',
      { dataset: { level: region.level } },
      h('th', { scope: 'row' }, pick),
      h('td', null, t(`map.one.${region.level}`)),
      h('td', { class: 'number' }, format.number(count)),
      h('td', null, h('span', { class: 'severity', dataset: { severity } }, t(`severity.${severity}`))),
    );
  };
  const heads = ['place', 'level', 'alerts', 'severity'].map(name =>
    h('th', { scope: 'col', class: name === 'alerts' ? 'number' : '' }, t(`map.column.${name}`)),
  );
  const body = h('tbody');
  replace(
    element,
    h('table', null, h('caption', { class: 'unseen' }, t('map.marks')), h('thead', null, h('tr', null, heads)), body),
  );
  return {
    show(alerts) {
      const focused = document.activeElement?.closest('.map-table button')?.dataset.code;
      replace(body, gazetteer(alerts).slice(0, MOST).map(row));
      if (focused) [...body.querySelectorAll('button')].find(button => button.dataset.code === focused)?.focus();
    },
  };
}
