import { h, replace } from './dom.js';
import { isUnused } from './history.js';
import { icon } from './icons.js';

const TABS = ['alerts', 'articles', 'silences', 'health', 'test', 'reports'];
const ILL = new Set(['STOPPED', 'ABSENT', 'BEHIND']);

/** The tabs, and which panel is in sight. */
export function mount(body, { store, t }) {
  const nav = body.querySelector('#tabs');
  const links = new Map(
    TABS.map(name => [
      name,
      h(
        'a',
        { href: `#/${name}`, onclick: event => go(event, name) },
        icon(name),
        h('span', null, t(`tab.${name}`)),
        h('span', { class: 'badge', hidden: true }),
      ),
    ]),
  );
  nav.setAttribute('aria-label', t('tabs.label'));
  replace(nav, [...links.values()]);
  const skip = body.querySelector('#skip');
  skip.textContent = t('tabs.skip');
  skip.addEventListener('click', event => {
    event.preventDefault();
    body.querySelector('.panel:not([hidden]) :is([role="grid"], input, button, a)')?.focus();
  });

  // Alerts keep their filter when another tab was seen; a click with a modifier opens a browser's tab, as everywhere.
  function go(event, name) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    store.go(name);
  }
  const showView = () => {
    for (const [name, link] of links) link.setAttribute('aria-current', name === store.view.name ? 'page' : 'false');
    for (const panel of body.querySelectorAll('.panel')) panel.hidden = panel.dataset.view !== store.view.name;
    body.dataset.view = store.view.name;
  };
  const showOpen = () => {
    body.querySelector('#detail').hidden = store.open === null;
    body.classList.toggle('detail-open', store.open !== null);
  };
  const showHealth = () => {
    const ill = (store.health?.stages ?? []).filter(stage => ILL.has(stage.state) && !isUnused(stage));
    const badge = links.get('health').querySelector('.badge');
    badge.hidden = ill.length === 0;
    badge.textContent = String(ill.length);
    badge.title = ill.map(stage => `${stage.name}: ${stage.state.toLowerCase()}`).join(', ');
  };
  store.on('view', showView);
  store.on('open', showOpen);
  store.on('health', showHealth);
  showView();
  showOpen();
}
