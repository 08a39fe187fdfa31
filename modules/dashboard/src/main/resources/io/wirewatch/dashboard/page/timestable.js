import { h, replace } from './dom.js';

const MOST = 300;

/**
 * The timeline as a table: a row for each step with alerts, the newest first.
 *
 * @returns {{show: function(Object, Object, number)}} which takes a scale, counts, and how many rules have a column of their own
 */
export function timesTable(element, { t, format, moment }) {
  const head = h('tr');
  const body = h('tbody');
  replace(element, h('table', null, h('caption', { class: 'unseen' }, t('timeline.title')), h('thead', null, head), body));
  return {
    show(scale, { totals, parts, places }, most) {
      const columns = [...places, [t('timeline.other'), most]];
      const heading = (text, number) => h('th', { scope: 'col', class: number ? 'number' : '' }, text);
      replace(
        head,
        heading(t('timeline.column.time')),
        heading(t('timeline.column.total'), true),
        columns.map(([rule]) => heading(rule, true)),
      );
      const steps = [...totals.keys()]
        .filter(step => totals[step] > 0)
        .reverse()
        .slice(0, MOST);
      replace(
        body,
        steps.map(step => {
          const cell = count => h('td', { class: ['number', count === 0 && 'muted'] }, format.number(count));
          const cells = columns.map(([, place]) => cell(parts[step * (most + 1) + place]));
          return h('tr', null, h('th', { scope: 'row' }, moment(scale.begin + step * scale.step)), cell(totals[step]), cells);
        }),
      );
    },
  };
}
