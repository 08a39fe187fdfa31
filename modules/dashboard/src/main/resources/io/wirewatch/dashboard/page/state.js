import { h } from './dom.js';

const SHAPES = { empty: '○', loading: '◌', offline: '⚡', error: '▲' };

/**
 * What a panel shows where it has nothing else: that there is nothing, that it is on its way, that the server does not answer, or
 * what went wrong.
 *
 * @param {'empty'|'loading'|'offline'|'error'} kind
 * @param {string} text a sentence
 * @param {{label: string, run: function()}} [action] what can be done about it
 * @returns {HTMLElement}
 */
export function stateBox(kind, text, action) {
  const role = kind === 'error' ? 'alert' : 'status';
  return h(
    'div',
    { class: ['state', `state-${kind}`], role, 'aria-busy': kind === 'loading' },
    h('span', { class: 'state-shape', 'aria-hidden': 'true' }, SHAPES[kind]),
    h('p', null, text),
    action && h('button', { type: 'button', onclick: action.run }, action.label),
  );
}
