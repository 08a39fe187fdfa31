import { h, replace } from './dom.js';
import { turnButton } from './turnbutton.js';

const BUTTONS = ['1h', '24h', '7d', ''];

/**
 * What a timeline is made of, put into its element.
 *
 * @param {HTMLElement} element
 * @param {function(string): string} t
 * @param {{window: function(string), clear: function(), turn: function()}} acts what the buttons do
 */
export function timelineParts(element, t, acts) {
  const windows = BUTTONS.map(last =>
    h(
      'button',
      {
        type: 'button',
        'aria-pressed': 'false',
        title: t(last ? `last.${last}` : 'timeline.all.full'),
        dataset: { last },
        onclick: () => acts.window(last),
      },
      t(last ? `last.short.${last}` : 'timeline.all'),
    ),
  );
  const canvas = h('canvas', { 'aria-hidden': 'true' });
  const tip = h('div', { class: 'map-tip timeline-tip', role: 'tooltip', hidden: true });
  const plot = h(
    'div',
    { class: 'timeline-plot', dir: 'ltr', tabindex: 0, role: 'application', 'aria-label': t('timeline.label') },
    canvas,
  );
  const said = h('div', { class: 'unseen', 'aria-live': 'polite' });
  const span = h('button', {
    type: 'button',
    class: 'timeline-span',
    hidden: true,
    title: t('timeline.clear'),
    onclick: acts.clear,
  });
  const each = h('span', { class: 'timeline-each muted' });
  const toggle = turnButton(t('timeline.table'), acts.turn);
  const note = h('div', { class: 'map-note timeline-note' });
  const stage = h('div', { class: 'timeline-stage' }, plot, tip, note);
  const legend = h('ul', { class: 'timeline-legend', 'aria-label': t('timeline.legend') });
  const table = h('div', { class: 'timeline-table', hidden: true, tabindex: 0 });
  const head = h(
    'header',
    { class: 'timeline-head' },
    h('h2', null, t('timeline.title')),
    each,
    span,
    h('div', { class: 'timeline-windows', role: 'group', 'aria-label': t('timeline.windows') }, windows),
    toggle,
  );
  replace(element, h('section', { class: 'timeline', 'aria-label': t('timeline.title') }, head, stage, table, legend, said));
  return { canvas, plot, tip, said, span, each, toggle, note, stage, legend, table, windows };
}
