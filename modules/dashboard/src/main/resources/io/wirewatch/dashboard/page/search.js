import { h } from './dom.js';
import { icon } from './icons.js';
import { t } from './words.js';

const PAUSE_MILLIS = 120;

/** The field in which words are looked for: each has to be somewhere in an alert. */
export function search(store) {
  let timer = 0;
  const field = h('input', {
    type: 'search',
    id: 'search',
    placeholder: t('search.hint'),
    'aria-label': t('search.label'),
    autocomplete: 'off',
    spellcheck: 'false',
    dir: 'auto',
    'aria-keyshortcuts': '/',
  });
  const say = () => {
    clearTimeout(timer);
    store.setFilter({ text: field.value.trim() });
  };
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(say, PAUSE_MILLIS);
  });
  field.addEventListener('keydown', event => event.key === 'Enter' && say());
  const follow = () => {
    if (field.value.trim() !== store.filter.text) field.value = store.filter.text;
  };
  store.on('filter', follow);
  follow();
  return h('label', { class: 'search' }, icon('search'), field, h('kbd', { 'aria-hidden': 'true' }, '/'));
}
