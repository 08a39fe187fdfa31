import * as criteria from './criteria.js';
import { h, replace } from './dom.js';
import { icon } from './icons.js';
import { t } from './words.js';

const KEPT = 'wirewatch.views';
const GIVEN = [
  ['views.all', criteria.ALL],
  ['views.urgent', criteria.frozen({ severity: ['CRITICAL', 'HIGH'], state: 'open' })],
  ['views.open', criteria.frozen({ state: 'open' })],
  ['views.day', criteria.frozen({ last: '24h' })],
];

/** A menu of filters with names: some that are always there, and the reader's own, kept in this browser. */
export function savedViews(store) {
  const own = h('ul', { class: 'own-views' });
  const name = h('input', {
    type: 'text',
    required: true,
    maxlength: '60',
    placeholder: t('views.name'),
    'aria-label': t('views.name'),
    dir: 'auto',
  });
  const said = h('p', { class: 'muted', role: 'status' });
  const menu = h(
    'details',
    { class: 'menu views' },
    h('summary', { class: 'button' }, icon('bookmark'), t('views.title')),
    h(
      'div',
      { class: 'menu-body' },
      h(
        'ul',
        null,
        GIVEN.map(([key, filter]) =>
          h('li', null, h('button', { type: 'button', class: 'plain', onclick: () => take(filter) }, t(key))),
        ),
      ),
      own,
      h('form', { onsubmit: event => keep(event) }, name, h('button', { class: 'primary' }, t('views.save'))),
      h('button', { type: 'button', class: 'plain', onclick: () => copy() }, t('views.copy')),
      said,
    ),
  );

  function take(filter) {
    menu.open = false;
    store.setFilter({ ...criteria.ALL, ...filter });
  }
  function keep(event) {
    event.preventDefault();
    const views = read().filter(view => view.name !== name.value.trim());
    const failure = write([...views, { name: name.value.trim(), query: String(criteria.write(store.filter)) }]);
    said.textContent = failure ?? t('views.saved', name.value.trim());
    name.value = '';
    show();
  }
  async function copy() {
    try {
      await navigator.clipboard.writeText(location.href);
      said.textContent = t('views.copied');
    } catch {
      said.textContent = location.href; // no clipboard without a secure connection: it can be copied by hand
    }
  }
  function show() {
    replace(
      own,
      read().map(view =>
        h(
          'li',
          null,
          h(
            'button',
            { type: 'button', class: 'plain', onclick: () => take(criteria.read(new URLSearchParams(view.query))) },
            h('bdi', null, view.name),
          ),
          h(
            'button',
            { type: 'button', class: 'plain', 'aria-label': t('views.delete', view.name), onclick: () => forget(view.name) },
            icon('close'),
          ),
        ),
      ),
    );
  }
  function forget(gone) {
    said.textContent = write(read().filter(view => view.name !== gone)) ?? '';
    show();
  }
  menu.addEventListener('toggle', () => menu.open && ((said.textContent = ''), show()));
  closesItself(menu);
  return menu;
}

/** Makes a menu close when something else is clicked or Escape is pressed. */
export function closesItself(menu) {
  document.addEventListener('pointerdown', event => menu.open && !menu.contains(event.target) && (menu.open = false));
  menu.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    menu.querySelector('summary').focus();
  });
}

function read() {
  try {
    const views = JSON.parse(localStorage.getItem(KEPT) ?? '[]');
    return Array.isArray(views) ? views.filter(view => typeof view?.name === 'string' && typeof view.query === 'string') : [];
  } catch (unreadable) {
    console.warn('the saved views cannot be read', unreadable);
    return [];
  }
}

function write(views) {
  try {
    localStorage.setItem(KEPT, JSON.stringify(views));
    return null;
  } catch (refused) {
    return t('views.refused', refused.message);
  }
}
