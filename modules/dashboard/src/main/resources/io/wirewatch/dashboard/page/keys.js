import { h, replace } from './dom.js';
import { icon } from './icons.js';
import { list } from './list.js';

const TABS = { l: 'alerts', a: 'articles', s: 'silences', h: 'health', t: 'test', r: 'reports' };
const SECOND_KEY_MILLIS = 1_500;
const HELP = [
  [
    'help.list',
    [
      ['j ↓', 'down'],
      ['k ↑', 'up'],
      ['o ⏎', 'open'],
      ['Esc', 'shut'],
      ['x ␣', 'pick'],
      ['/', 'search'],
      ['r', 'clear'],
    ],
  ],
  [
    'help.desk',
    [
      ['a', 'acknowledge'],
      ['c', 'comment'],
      ['s', 'silence'],
    ],
  ],
  [
    'help.tabs',
    [
      ['g l', 'alerts'],
      ['g a', 'articles'],
      ['g s', 'silences'],
      ['g h', 'health'],
      ['g t', 'test'],
      ['g r', 'reports'],
      ['?', 'help'],
    ],
  ],
];

/** What can be done from the keyboard alone; never while somebody writes. */
export function mount(body, context) {
  const { store, t } = context;
  const dialog = body.querySelector('#help');
  helpInto(dialog, t);
  let afterG = -Infinity; // not 0: a page is that old when it is opened

  const keys = {
    j: () => move(1),
    k: () => move(-1),
    o: () => list()?.open(),
    Enter: () => list()?.open(),
    x: () => list()?.pick(),
    r: () => store.clearFilter(),
    a: () =>
      (store.view.name === 'alerts' && list()?.acknowledgePicked()) || decide(context, detail => acknowledged(context, detail)),
    c: () => decide(context, detail => detail.openComment(context, current(store))),
    s: () => decide(context, detail => detail.openSilence(context, store.row(current(store))?.alerts[0])),
    '/': () => search(store, body),
    '?': () => dialog.showModal(),
    g: () => (afterG = performance.now()),
  };
  const onlyOfList = new Set(['j', 'k', 'o', 'Enter', 'x', 'r']);

  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === 'Escape') return escape(event, store);
    if (isWriting(event) || document.querySelector('dialog[open]')) return;
    const second = performance.now() - afterG < SECOND_KEY_MILLIS;
    afterG = -Infinity;
    const run = second && TABS[event.key] ? () => store.go(TABS[event.key]) : keys[event.key];
    const elsewhere = onlyOfList.has(event.key) && store.view.name !== 'alerts';
    if (!run || elsewhere || (event.key === 'Enter' && event.target !== document.body)) return;
    event.preventDefault();
    run();
  });
}

/* The focus goes along, so that a screen reader says the row. */
function move(by) {
  list()?.move(by);
  list()?.focus();
}

function isWriting({ target }) {
  return (
    target.isContentEditable ||
    target.matches?.('textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"])')
  );
}

/* What the keys decide about: what is open, or else the row that the keyboard is at. */
function current(store) {
  return store.open?.kind === 'incident' ? store.open.id : store.view.name === 'alerts' ? list()?.active : null;
}

async function decide(context, run) {
  const { store, t } = context;
  const said = document.getElementById('said');
  try {
    if (!current(store)) throw new Error(t('keys.choose'));
    if (!store.mayWrite()) throw new Error(t('keys.reader'));
    await run(await import('./detail.js'));
  } catch (failure) {
    said.textContent = '';
    toast(failure.message);
  }
}

async function acknowledged({ store, api, t }, detail) {
  const incident = current(store);
  await detail.acknowledge(store, api, incident);
  toast(t('keys.acknowledged'));
}

/** Says something for a few seconds, to eyes and to screen readers. */
function toast(text) {
  document.querySelector('.toast')?.remove();
  const element = h('p', { class: 'toast', role: 'status' });
  document.body.append(element);
  element.textContent = text;
  setTimeout(() => element.remove(), 4_000);
}

function search(store, body) {
  const select = () => body.querySelector('#search')?.select();
  if (store.view.name === 'alerts') return select(); // at once: who types on loses no letter
  store.go('alerts');
  requestAnimationFrame(select);
}

function escape(event, store) {
  if (document.querySelector('dialog[open]')) return;
  if (isWriting(event)) {
    event.target.blur();
    if (event.target.id === 'search') list()?.focus();
  } else {
    store.closeDetail();
  }
}

function helpInto(dialog, t) {
  dialog.setAttribute('aria-label', t('help.title'));
  replace(
    dialog,
    h(
      'div',
      { class: 'help-top' },
      h('h2', null, t('help.title')),
      h(
        'button',
        { type: 'button', class: 'plain', 'aria-label': t('help.close'), onclick: () => dialog.close() },
        icon('close'),
      ),
    ),
    h(
      'div',
      { class: 'help-groups' },
      HELP.map(([title, keys]) =>
        h(
          'section',
          null,
          h('h3', null, t(title)),
          h(
            'dl',
            null,
            keys.map(([key, does]) =>
              h(
                'div',
                null,
                h(
                  'dt',
                  null,
                  key.split(' ').map(one => h('kbd', null, one)),
                ),
                h('dd', null, t(`help.${does}`)),
              ),
            ),
          ),
        ),
      ),
    ),
    h('p', { class: 'muted' }, t('help.except')),
  );
}
