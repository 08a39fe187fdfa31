import { SEVERITIES, STATES, WINDOWS } from './criteria.js';
import { h, replace } from './dom.js';
import { Facet } from './facet.js';
import { icon } from './icons.js';
import { regions } from './regions.js';
import { t } from './words.js';

const CALM_MILLIS = 1_000;

/** The facets beside the list, with how many alerts each value has among what the rest of the filter lets pass. */
export function mount(element, { store }) {
  const facets = {
    state: new Facet(store, 'state', STATES),
    severity: new Facet(store, 'severity', SEVERITIES),
    rule: new Facet(store, 'rule'),
    region: new Facet(store, 'region'),
    source: new Facet(store, 'source'),
    language: new Facet(store, 'language'),
  };
  const { state, severity, ...others } = facets;
  const close = () => {
    if (element.contains(document.activeElement)) document.querySelector('.show-filters')?.focus();
    element.classList.remove('shown');
  };
  replace(
    element,
    h(
      'div',
      { class: 'filters-top' },
      h('h2', null, t('filters.title')),
      h(
        'button',
        { type: 'button', class: 'plain close-filters', 'aria-label': t('filters.close'), onclick: close },
        icon('close'),
      ),
    ),
    severity.element,
    state.element,
    times(store),
    Object.values(others).map(facet => facet.element),
  );
  element.setAttribute('aria-label', t('filters.title'));
  element.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !element.classList.contains('shown')) return;
    event.stopPropagation();
    close();
  });
  document.addEventListener('pointerdown', event => !element.contains(event.target) && element.classList.remove('shown'));

  let timer = 0;
  let anew = true;
  const show = () => {
    clearTimeout(timer);
    timer = 0;
    regions.learn(store.alerts.values());
    const counts = store.counts();
    for (const [name, facet] of Object.entries(facets)) facet.show(counts.get(name), anew);
    anew = store.alerts.size === 0;
  };
  const soon = () => (timer ||= setTimeout(show, CALM_MILLIS));
  store.on('filter', () => {
    anew = true;
    show();
  });
  store.on('alerts', () => (anew ? show() : soon()));
  store.on('desk', soon);
  show();
}

function times(store) {
  const from = h('input', { type: 'datetime-local', 'aria-label': t('time.from'), onchange: () => range() });
  const to = h('input', { type: 'datetime-local', 'aria-label': t('time.to'), onchange: () => range() });
  const range = () => store.setFilter({ from: iso(from.value), to: iso(to.value), last: '' });
  const windows = Object.keys(WINDOWS).map(last =>
    h(
      'button',
      {
        type: 'button',
        class: 'window',
        dataset: { last },
        onclick: () => store.setFilter({ last: store.filter.last === last ? '' : last, from: '', to: '' }),
      },
      t(`last.short.${last}`),
    ),
  );
  const follow = () => {
    for (const button of windows) button.setAttribute('aria-pressed', String(store.filter.last === button.dataset.last));
    from.value = local(store.filter.from);
    to.value = local(store.filter.to);
  };
  store.on('filter', follow);
  follow();
  return h(
    'details',
    { class: 'facet facet-time', open: true },
    h('summary', null, t('facet.time.title')),
    h('div', { class: 'windows', role: 'group', 'aria-label': t('facet.time.title') }, windows),
    h('div', { class: 'range' }, h('label', null, t('time.from'), from), h('label', null, t('time.to'), to)),
  );
}

function iso(value) {
  return value ? new Date(value).toISOString() : '';
}

/* What such a field takes: the viewer's own time to the minute, without a zone. */
function local(value) {
  if (!value) return '';
  const moment = new Date(value);
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
