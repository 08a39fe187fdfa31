import { h, replace } from './dom.js';
import { icon } from './icons.js';
import { addWords, t } from './words.js';
import words from './words/detail.js';
import { articleView } from './detail/article.js';
import { incidentView } from './detail/incident.js';
import { copyButton } from './copy.js';
import { openLink, permanentLink } from './detail/parts.js';

addWords(words);

export { acknowledge } from './detail/decisions.js';
export { openSilence } from './detail/silence.js';

const NARROW = '(max-width: 56rem)';
let current = null;
let whyNext = '';

/**
 * Shows beside the list what the store says is open, an incident or an article, and follows it.
 *
 * @param {HTMLElement} element the aside
 * @param {object} context
 */
export function mount(element, context) {
  const { store } = context;
  let before = null;

  function show() {
    current?.view.end?.();
    current = null;
    if (!store.open) return close();
    if (!element.contains(document.activeElement)) before = document.activeElement;
    const { kind, id } = store.open;
    const view = kind === 'article' ? articleView(context, id, { why: whyNext === id }) : incidentView(context, id);
    whyNext = '';
    current = { kind, id, view };
    const content = h('div', { class: 'detail-content', tabindex: -1 }, view.element);
    replace(element, bar(context, kind, id), content);
    element.hidden = false;
    if (matchMedia(NARROW).matches || element.dataset.focus === 'wanted' || focusLost()) content.focus({ preventScroll: true });
  }

  function close() {
    const within = element.contains(document.activeElement) || document.activeElement === document.body;
    replace(element);
    element.hidden = true;
    if (within && before?.isConnected) before.focus();
    before = null;
  }

  element.setAttribute('aria-label', t('detail.detail'));
  for (const name of ['alerts', 'desk', 'connection']) store.on(name, () => current?.view.update());
  store.on('open', show);
  let reader = readerOf(store);
  store.on('session', () => {
    if (readerOf(store) === reader) return; // the same one connects again: what is written stays
    reader = readerOf(store);
    show();
  });
  show();
}

/** Opens an article and asks why it alerted or did not. */
export function openWhy({ store }, article) {
  whyNext = article;
  if (store.open?.kind === 'article' && store.open.id === article) store.closeDetail();
  store.openDetail('article', article);
}

/** Opens an incident with the focus where one writes a comment. */
export function openComment({ store }, incident) {
  store.openDetail('incident', incident);
  // The store tells of it in the next frame, and the detail is there in the one after.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (current?.kind === 'incident' && current.id === incident) current.view.comment();
    }),
  );
}

function bar(context, kind, id) {
  return h(
    'div',
    { class: 'detail-bar' },
    h('strong', null, t(`detail.${kind}`)),
    h('span', { class: 'push' }),
    kind === 'incident' && copyButton(permanentLink('incident', id), t('detail.copyLink')),
    kind === 'article' && toIncident(context, id),
    h(
      'button',
      {
        type: 'button',
        class: 'plain close',
        'aria-label': t('detail.close'),
        title: `${t('detail.close')} (Esc)`,
        onclick: () => context.store.closeDetail(),
      },
      icon('close'),
    ),
  );
}

function toIncident(context, article) {
  for (const alert of context.store.alerts.values()) {
    if (alert.article === article)
      return openLink(context, 'incident', alert.incident ?? alert.id, { class: 'back' }, t('detail.toIncident'));
  }
  return null;
}

function readerOf({ session }) {
  return session && JSON.stringify([session.user, session.role, Boolean(session.signedOut)]);
}

/* What had the focus went with what was shown before. */
function focusLost() {
  return document.activeElement === document.body || document.activeElement === null;
}
