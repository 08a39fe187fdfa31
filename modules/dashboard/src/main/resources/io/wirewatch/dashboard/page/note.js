import { h, replace } from './dom.js';
import { stateBox } from './state.js';

/**
 * Says over a map or timeline what there is to say of it: that nothing is there, or that it is not live. What is said already is left
 * alone, so that readers of screens hear it once.
 *
 * @param {HTMLElement} note
 * @param {?{kind: 'empty'|'loading'|'offline'|'error'|'strip', text: string, action: ?{label: string, run: function()}}} said null
 *     for nothing; a strip leaves what is under it to be seen
 */
export function noteSays(note, said) {
  const key = said ? `${said.kind} ${said.text}` : '';
  if (note.dataset.says === key) return;
  note.dataset.says = key;
  if (!said) replace(note);
  else if (said.kind === 'strip') replace(note, strip(said));
  else replace(note, stateBox(said.kind, said.text, said.action));
}

function strip({ text, action }) {
  return h(
    'p',
    { class: 'map-strip', role: 'status' },
    text,
    action && h('button', { type: 'button', onclick: action.run }, action.label),
  );
}

/**
 * What the store's state means for a panel.
 *
 * @param {Object} store
 * @param {function(string): string} t
 * @param {string} panel its prefix of words: 'map' or 'timeline'
 * @param {boolean} nothing whether there is nothing to show
 * @returns {?Object} for {@link noteSays}
 */
export function noteOf(store, t, panel, nothing) {
  const { connection, alerts } = store;
  if (alerts.size === 0 && connection !== 'live') return { kind: connection, text: t(`${panel}.${connection}`) };
  if (nothing && alerts.size === 0) return { kind: 'empty', text: t(`${panel}.empty`) };
  if (nothing)
    return {
      kind: 'empty',
      text: t(`${panel}.filtered`),
      action: { label: t('map.clearFilter'), run: () => store.clearFilter() },
    };
  if (connection === 'offline' || connection === 'error') return { kind: 'strip', text: t('map.stale') };
  return null;
}
