import { h, replace } from '../dom.js';
import { t } from '../words.js';
import { format, relativeTime } from '../format.js';
import { stateBox } from '../state.js';
import { deskOf } from './desk.js';
import { openSilence } from './silence.js';
import { regionName, regions } from '../regions.js';
import { action, excerptOf, facts, languageName, moment, openLink, said, section, severityBadge } from './parts.js';

const FIRST_SHOWN = 50;
const FRESH_MILLIS = 4000;

/**
 * An incident: what is known of it, what the desk decided, its alerts, newest first. Follows what comes.
 *
 * @param {object} context
 * @param {string} id
 * @returns {{element: HTMLElement, update: () => void, comment: () => void}}
 */
export function incidentView(context, id) {
  const { store } = context;
  const head = h('header', { class: 'incident-head' });
  const alerts = alertList(context);
  const desk = deskOf(context, id, () => openSilence(context, store.row(id)?.alerts[0]));
  const element = h('div', { class: 'incident' }, head, desk.element, alerts.element);
  let shown = '';

  function update() {
    const row = store.row(id);
    if (row) {
      const state = stateOf(row, store.incidents.get(id));
      if (state !== shown) {
        shown = state;
        replace(head, headOf(context, row));
        alerts.update(row.alerts);
      }
    } else if (shown !== store.connection) {
      shown = store.connection;
      replace(head, absence(store));
      alerts.update([]);
    }
    desk.element.hidden = !row && store.connection === 'loading';
    desk.update();
  }

  update();
  return { element, update, comment: desk.comment };
}

function absence(store) {
  if (store.connection === 'loading') return stateBox('loading', t('detail.loading'));
  return store.connection === 'live'
    ? stateBox('empty', t('detail.noIncident'))
    : stateBox(store.connection, t('detail.notConnected'));
}

/* What a change of it changes here. */
function stateOf(row, incident) {
  return [
    incident?.revision,
    incident?.standing,
    row.severity,
    ...row.alerts.map(alert => `${alert.id}${alert.revision}${alert.status}${alert.because ?? ''}${alert.excerpt ? 1 : 0}`),
  ].join(' ');
}

function headOf(context, row) {
  regions.learn(row.alerts);
  const incident = context.store.incidents.get(row.id) ?? ofAlerts(row);
  const lead = row.alerts.find(alert => alert.status !== 'RETRACTED') ?? row.alerts[0];
  return [
    h(
      'p',
      { class: 'kicker' },
      severityBadge(row.severity),
      ' ',
      incident.standing === 0 ? h('strong', { class: 'over' }, t('detail.over')) : t('detail.standing', incident.standing),
    ),
    said('h2', { tabindex: -1 }, lead.language, lead.headline),
    facts([
      [t('detail.rules'), choices(context, 'rule', incident.rules)],
      [t('detail.regions'), choices(context, 'region', incident.regions, namer(incident.regions))],
      [t('detail.sources'), choices(context, 'source', incident.sources)],
      [t('detail.languages'), choices(context, 'language', incident.languages, languageName)],
      [
        t('detail.actors'),
        incident.actors?.length > 0 &&
          h(
            'ul',
            { class: 'chips' },
            incident.actors.map(actor => h('li', { class: 'chip', title: actor }, h('bdi', null, actorName(actor)))),
          ),
      ],
      ...whenOf(incident),
    ]),
  ];
}

function whenOf({ firstEventTime, lastEventTime }) {
  if (firstEventTime === lastEventTime) return [[t('detail.when'), moment(lastEventTime)]];
  return [
    [t('detail.first'), moment(firstEventTime)],
    [t('detail.last'), moment(lastEventTime)],
  ];
}

/* What is alone has no record of its incident. */
function ofAlerts({ alerts }) {
  const all = values => [...new Set(alerts.flatMap(values))].sort();
  return {
    standing: alerts.filter(alert => alert.status !== 'RETRACTED').length,
    rules: all(alert => alert.rule),
    sources: all(alert => alert.source),
    languages: all(alert => alert.language),
    regions: [...new Set(alerts.flatMap(alert => (alert.regions ?? []).map(region => region.code)))],
    actors: all(alert => alert.actors ?? []),
    firstEventTime: alerts.at(-1).eventTime,
    lastEventTime: alerts[0].eventTime,
  };
}

/* The name of a region; a province says that it is one where a town of its name stands beside it. */
function namer(codes = []) {
  const names = codes.map(code => regions.name(code));
  const isTwice = name => names.indexOf(name) !== names.lastIndexOf(name);
  return code => {
    const name = regions.name(code);
    return isTwice(name) && /^[A-Z]{2}-/.test(code) ? `${name} (${t('level.ADMIN1')})` : name;
  };
}

function choices({ store }, facet, values, name = value => value) {
  return (
    values?.length > 0 &&
    h(
      'ul',
      { class: 'chips' },
      values.map(value =>
        h(
          'li',
          null,
          h(
            'button',
            {
              type: 'button',
              class: 'chip',
              title: t('detail.filterBy', name(value)),
              onclick: () => store.toggle(facet, value),
            },
            h('bdi', null, name(value)),
          ),
        ),
      ),
    )
  );
}

/** `group:isis` as "isis"; other ids have names of their own. */
function actorName(actor) {
  return actor.replace(/^[a-z]+:/, '').replaceAll('-', ' ');
}

/* Cards stay where they are while others come: who reads one does not lose it. */
function alertList(context) {
  const list = h('ol', { class: 'cards' });
  const count = h('span', { class: 'count' });
  const news = h('p', { class: 'unseen', 'aria-live': 'polite' });
  const more = h('button', {
    type: 'button',
    class: 'plain more',
    hidden: true,
    onclick: () => {
      all = true;
      update(latest);
    },
  });
  const element = section('alerts', t('detail.alerts'), news, list, more);
  element.querySelector('h3').append(' ', count);
  const cards = new Map();
  let latest = [];
  let all = false;
  let first = true;

  function update(alerts) {
    const before = new Set(latest.map(alert => alert.id));
    const joined = alerts.filter(alert => !first && !before.has(alert.id));
    latest = [...alerts]; // the store goes on with its own
    count.textContent = format.number(alerts.length);
    const shown = all ? alerts : alerts.slice(0, FIRST_SHOWN);
    const wanted = new Set(shown.map(alert => alert.id));
    for (const [id, card] of cards) if (!wanted.has(id)) drop(id, card);
    shown.forEach((alert, index) => place(card(alert, joined.includes(alert)), index));
    more.hidden = shown.length === alerts.length;
    more.textContent = t('detail.moreAlerts', alerts.length - shown.length);
    if (joined.length > 0) news.textContent = t('detail.joined', joined.length);
    first = false;
  }

  function drop(id, { node }) {
    node.remove();
    cards.delete(id);
  }

  function card(alert, fresh) {
    const before = cards.get(alert.id);
    if (before?.alert === alert) return before.node;
    const node = alertCard(context, alert);
    if (fresh) flash(node);
    const focused = before?.node.contains(document.activeElement);
    before?.node.replaceWith(node);
    if (focused) node.querySelector('a')?.focus();
    cards.set(alert.id, { alert, node });
    return node;
  }

  function place(node, index) {
    if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null);
  }

  return { element, update };
}

function flash(node) {
  node.classList.add('fresh');
  setTimeout(() => node.classList.remove('fresh'), FRESH_MILLIS);
}

function alertCard(context, alert) {
  const retracted = alert.status === 'RETRACTED';
  return h(
    'li',
    { class: ['card', retracted && 'retracted'], dataset: { severity: alert.severity } },
    h(
      'p',
      { class: 'card-head' },
      severityBadge(alert.severity, true),
      h('bdi', { class: 'rule' }, alert.rule),
      retracted && h('strong', { class: 'over' }, t('detail.retracted')),
      h('span', { class: 'push' }),
      relativeTime(alert.eventTime),
    ),
    said('p', { class: 'card-headline' }, alert.language, openLink(context, 'article', alert.article, null, alert.headline)),
    excerptOf(alert),
    alert.because &&
      h(
        'p',
        { class: 'because' },
        h('span', { class: 'muted' }, t('detail.because')),
        ' ',
        h('span', { lang: 'en', dir: 'auto' }, alert.because),
      ),
    h(
      'p',
      { class: 'card-foot muted' },
      h('bdi', null, alert.source),
      ' · ',
      languageName(alert.language),
      regionsOf(alert),
      h('span', { class: 'push' }),
      action(t('detail.silence'), () => openSilence(context, alert), {
        off: context.store.mayWrite() ? '' : t('detail.readerOnly'),
        class: 'plain',
        'aria-haspopup': 'dialog',
        'aria-label': t('detail.silenceRule', alert.rule),
      }),
    ),
  );
}

function regionsOf(alert) {
  const names = (alert.regions ?? []).slice(0, 3).map(regionName);
  return names.length > 0 && [' · ', h('bdi', null, names.join(', '))];
}
