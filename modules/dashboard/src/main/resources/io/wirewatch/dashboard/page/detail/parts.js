import { SEVERITIES } from '../criteria.js';
import { h, marked } from '../dom.js';
import { t } from '../words.js';
import { directionOf, format, relativeTime, tagOf } from '../format.js';

/* Small things that the article, the incident, the list of articles and the silences all show. */

/** A severity by shape and word; `bare` leaves the word to those who cannot see the shape. */
export function severityBadge(severity, bare = false) {
  const word = t(`severity.${severity}`);
  return h(
    'span',
    { class: 'severity', dataset: { severity }, title: bare ? word : null },
    h('span', { class: bare ? 'unseen' : null }, word),
  );
}

/** The order of severities, the gravest first. */
export const bySeverity = (one, other) => SEVERITIES.indexOf(one) - SEVERITIES.indexOf(other);

/** The name of a language in the language of the page. */
export function languageName(code) {
  return code ? t(`language.${code}`) : '';
}

/** A text of an article, in its own language and direction. */
export function said(tag, attributes, language, ...children) {
  return h(tag, { lang: tagOf(language) || null, dir: directionOf(language), ...attributes }, ...children);
}

/** What stands around the matched words, as the server cut it out. */
export function excerptOf(alert) {
  return alert.excerpt && said('p', { class: 'excerpt' }, alert.language, marked(alert.excerpt.text, alert.excerpt.marks));
}

/** A moment as people ask for it: in full, and how long ago. */
export function moment(iso) {
  return h(
    'span',
    { class: 'moment' },
    h('bdi', null, format.time(iso)),
    ' ',
    h('span', { class: 'muted' }, '(', relativeTime(iso), ')'),
  );
}

/** A text of the server, which speaks English, wherever it stands. */
export function english(tag, attributes, ...children) {
  return h(tag, { lang: 'en', dir: 'ltr', ...attributes }, ...children);
}

/** Where a record lies: `[topic partition:offset]`. */
export function placeOf({ topic, partition, offset }) {
  return english(
    'code',
    { class: 'place', title: t('detail.place', topic, String(partition), String(offset)) },
    `${topic} ${partition}:${offset}`,
  );
}

/** A button; `off` is why it cannot be pressed: it stays reachable, so that the reason can be read. */
export function action(label, run, { off = '', ...attributes } = {}) {
  return h(
    'button',
    {
      type: 'button',
      title: off || null,
      'aria-disabled': off ? 'true' : null,
      onclick: off ? null : run,
      ...attributes,
    },
    label,
  );
}

/** The link to where an article was published; null where its address is none of the web's. */
export function sourceLink(url) {
  const address = webAddress(url);
  return (
    address &&
    h(
      'a',
      { href: address.href, target: '_blank', rel: 'noreferrer noopener', class: 'out' },
      t('detail.atSource', address.host),
      h('span', { 'aria-hidden': 'true' }, ' ↗'),
    )
  );
}

/** A link that opens an article or an incident beside the list; another tab opens its own page. */
export function openLink(context, kind, id, attributes, ...children) {
  return h(
    'a',
    {
      href: `#/${kind}/${encodeURIComponent(id)}`,
      onclick: click => {
        if (click.ctrlKey || click.metaKey || click.shiftKey || click.button) return;
        click.preventDefault();
        context.store.openDetail(kind, id);
      },
      ...attributes,
    },
    ...children,
  );
}

/** The address that leads to an article or incident from anywhere. */
export function permanentLink(kind, id) {
  return `${location.origin}${location.pathname}#/${kind}/${encodeURIComponent(id)}`;
}

/** A section with its heading. */
export function section(name, heading, ...children) {
  const id = `detail-${name}`;
  return h('section', { class: ['part', `part-${name}`], 'aria-labelledby': id }, h('h3', { id }, heading), ...children);
}

/** A list of names and what they stand for; without those that stand for nothing. */
export function facts(entries) {
  return h(
    'dl',
    { class: 'facts' },
    entries
      .filter(([, value]) => value && !(Array.isArray(value) && value.length === 0))
      .map(([name, value]) => h('div', null, h('dt', null, name), h('dd', null, value))),
  );
}

function webAddress(url) {
  try {
    const address = new URL(url);
    return ['http:', 'https:'].includes(address.protocol) ? address : null;
  } catch {
    return null; // what is no address is shown as none
  }
}
