import { h, svg } from './dom.js';

const TABLE = 'M2 3h12v10H2zM2 6.5h12M2 10h12M6.5 3v10';

/** The button that turns a picture into a table, and back. */
export function turnButton(label, turn) {
  const drawing = svg('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' }, svg('path', { d: TABLE }));
  const attributes = { type: 'button', class: 'turn plain', 'aria-pressed': 'false', 'aria-label': label, title: label };
  return h('button', { ...attributes, onclick: turn }, drawing);
}
