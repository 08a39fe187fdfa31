import { h, replace, svg } from './dom.js';
import { turnButton } from './turnbutton.js';

const ICONS = {
  closer: 'M8 3v10M3 8h10',
  farther: 'M3 8h10',
  home: 'M8 1v3M8 12v3M1 8h3M12 8h3M8 5a3 3 0 1 0 0 6a3 3 0 1 0 0-6',
  world: 'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12M2 8h12M8 2c-4 4-4 8 0 12c4-4 4-8 0-12',
};

/**
 * What a map is made of, put into its element.
 *
 * @param {HTMLElement} element
 * @param {function(string): string} t
 * @param {Object<string, function()>} acts what the buttons do: closer, farther, home, world, clear, turn
 */
export function mapParts(element, t, acts) {
  const button = name =>
    h(
      'button',
      { type: 'button', class: 'map-button', title: t(`map.${name}`), 'aria-label': t(`map.${name}`), onclick: acts[name] },
      svg('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' }, svg('path', { d: ICONS[name] })),
    );
  const canvas = h('canvas', { 'aria-hidden': 'true' });
  const marks = h('div', { class: 'map-marks', role: 'group', 'aria-label': t('map.marks') });
  const surface = h(
    'div',
    { class: 'map-surface', dir: 'ltr', tabindex: 0, role: 'application', 'aria-label': t('map.label') },
    canvas,
    marks,
  );
  const tools = h('div', { class: 'map-tools' }, button('closer'), button('farther'), button('home'), button('world'));
  const note = h('div', { class: 'map-note' });
  const level = h('span', { class: 'map-level muted' });
  const clear = h('button', {
    type: 'button',
    class: 'map-clear',
    hidden: true,
    title: t('map.clear'),
    onclick: acts.clear,
  });
  const toggle = turnButton(t('map.table'), acts.turn);
  const table = h('div', { class: 'map-table', hidden: true, tabindex: 0 });
  const credit = h('span', { class: 'map-credit', 'aria-hidden': 'true' }, t('map.credit'));
  const stage = h('div', { class: 'map-stage' }, surface, tools, note, credit);
  replace(
    element,
    h(
      'section',
      { class: 'map', 'aria-label': t('map.title') },
      h('header', { class: 'map-head' }, h('h2', null, t('map.title')), level, clear, toggle),
      stage,
      table,
    ),
  );
  return { canvas, marks, surface, note, level, clear, toggle, table, stage };
}
