import { h, replace } from '../dom.js';
import { t } from '../words.js';
import { format, relativeTime } from '../format.js';
import { regionName } from '../regions.js';
import { stateBox } from '../state.js';
import { regionWeights } from '../weights.js';
import { why } from '../why.js';
import { namesOf } from './names.js';
import { articleText } from './text.js';
import { openSilence } from './silence.js';
import { copyButton } from '../copy.js';
import {
  action,
  bySeverity,
  facts,
  languageName,
  moment,
  openLink,
  permanentLink,
  said,
  section,
  severityBadge,
  sourceLink,
} from './parts.js';

const MOST_OTHERS = 20;

/**
 * An article: its text, what was found in it, which rules alerted, and why or why not.
 *
 * @param {object} context
 * @param {string} id
 * @param {{why: boolean}} how `why`: the question is asked at once
 * @returns {{element: HTMLElement, update: () => void, end: () => void}}
 */
export function articleView(context, id, { why: asked }) {
  const element = h('div', { class: 'article' });
  const ending = new AbortController();
  let known = '';

  const ask = () => context.api.get(`/api/articles/${encodeURIComponent(id)}`, { signal: ending.signal });

  async function load() {
    replace(element, stateBox('loading', t('detail.loading')));
    try {
      const answer = await ask();
      known = stateOf(answer.alerts);
      replace(element, parts(context, answer, { asked, signal: ending.signal }));
      if (asked) lead(element.querySelector('.why'));
      update();
    } catch (failure) {
      if (failure.name !== 'AbortError') replace(element, failed(failure));
    }
  }

  function failed(failure) {
    if (![400, 404].includes(failure.status)) {
      const again = { label: t('detail.again'), run: load };
      return stateBox(failure.status === 0 ? 'offline' : 'error', failure.message, again);
    }
    return [stateBox('empty', t('detail.noArticle')), why(context, id, { open: true, signal: ending.signal })];
  }

  /*
   * An alert of it that comes, or is taken back, is a reason to look again; where somebody reads, the text stays in place. What is
   * shown is what the answer said: an alert may have come while it was on its way.
   */
  function update() {
    const held = [...context.store.alerts.values()].filter(alert => alert.article === id);
    if (held.length === 0 || !element.querySelector('.part-alerts')) return;
    const now = stateOf(held);
    if (now === known) return;
    known = now;
    refresh();
  }

  async function refresh() {
    try {
      const answer = await ask();
      const text = articleText(answer.article, answer.alerts);
      const rules = alertedRules(context, answer, text.point);
      const fresh = { h2: text.headline, '.text-legend': text.legend, '.article-body': text.body, '.part-alerts': rules };
      for (const [place, node] of Object.entries(fresh)) element.querySelector(place).replaceWith(node);
    } catch (failure) {
      if (failure.name !== 'AbortError') console.warn('the alerts of the article are not brought up to date', failure);
    }
  }

  load();
  return { element, update, end: () => ending.abort() };
}

function lead(to) {
  to.scrollIntoView({ block: 'start' });
  to.querySelector('summary').focus({ preventScroll: true });
}

function stateOf(alerts) {
  return alerts
    .map(alert => `${alert.id}${alert.revision}${alert.status}`)
    .sort()
    .join(' ');
}

function parts(context, { article, alerts }, { asked, signal }) {
  const text = articleText(article, alerts);
  return [
    h(
      'header',
      { class: 'article-head' },
      h(
        'p',
        { class: 'kicker' },
        h('bdi', null, article.source),
        ' · ',
        languageName(article.language),
        article.revision > 1 && [' · ', t('detail.revision', article.revision)],
      ),
      text.headline,
      timesOf(article),
      h(
        'p',
        { class: 'links' },
        sourceLink(article.url),
        copyButton(permanentLink('article', article.id), t('detail.copyLink')),
      ),
    ),
    text.legend,
    text.body,
    alertedRules(context, { article, alerts }, text.point),
    why(context, article.id, { open: asked || alerts.length === 0, signal, point: text.point }),
    regionsOf(context, article.regions ?? []),
    namesOf(article.entities ?? [], text.point),
    storyOf(context, article),
    section(
      'about',
      t('detail.about'),
      facts([
        [t('detail.byline'), article.byline && h('bdi', null, article.byline)],
        [t('detail.dateline'), article.dateline && h('bdi', null, article.dateline)],
        [t('detail.category'), article.category],
        [t('detail.feed'), h('bdi', { class: 'code' }, article.feed)],
        [t('detail.id'), h('bdi', { class: 'code' }, article.id)],
        [t('detail.permanent'), h('bdi', { class: 'code' }, permanentLink('article', article.id))],
      ]),
    ),
  ];
}

function timesOf(article) {
  const exact = article.publishedPrecision && !['MINUTE', 'NONE'].includes(article.publishedPrecision);
  return h(
    'p',
    { class: 'times' },
    article.byline && [h('bdi', null, article.byline), h('br')],
    article.publishedAt
      ? [
          t('detail.published'),
          ' ',
          moment(article.publishedAt),
          exact && [' ', h('span', { class: 'muted' }, t(`detail.precision.${article.publishedPrecision}`))],
        ]
      : h('span', { class: 'muted' }, t('detail.noPublished')),
    h('br'),
    h('span', { class: 'muted' }, t('detail.observed'), ' '),
    moment(article.observedAt),
  );
}

/** Which rules alerted on it, with their words; a word leads to its place in the text. */
function alertedRules(context, { article, alerts }, point) {
  const standing = [...alerts].sort(
    (one, other) => bySeverity(one.severity, other.severity) || one.rule.localeCompare(other.rule),
  );
  return section(
    'alerts',
    t('detail.rulesAlerted'),
    standing.length === 0
      ? h('p', { class: 'muted' }, t('detail.noneAlerted'))
      : h(
          'ul',
          { class: 'cards' },
          standing.map(alert => ruleCard(context, article, alert, point)),
        ),
  );
}

function ruleCard(context, article, alert, point) {
  const retracted = alert.status === 'RETRACTED';
  const incident = alert.incident ?? alert.id;
  return h(
    'li',
    { class: ['card', retracted && 'retracted'], dataset: { severity: alert.severity } },
    h(
      'p',
      { class: 'card-head' },
      severityBadge(alert.severity),
      ' ',
      h('bdi', { class: 'rule' }, alert.rule),
      retracted && h('strong', { class: 'over' }, t('detail.retracted')),
      h('span', { class: 'push' }),
      relativeTime(alert.eventTime),
    ),
    h(
      'ul',
      { class: 'chips' },
      termsOf(alert).map(({ term, matches }) => h('li', null, word(article, term, matches, point))),
    ),
    alert.unlistedMatches > 0 && h('p', { class: 'muted' }, t('detail.moreMatches', alert.unlistedMatches)),
    h(
      'p',
      { class: 'card-foot' },
      openLink(context, 'incident', incident, null, t('detail.toIncident')),
      h('span', { class: 'push' }),
      action(t('detail.silence'), () => openSilence(context, alert), {
        class: 'plain',
        off: context.store.mayWrite() ? '' : t('detail.readerOnly'),
        'aria-haspopup': 'dialog',
        'aria-label': t('detail.silenceRule', alert.rule),
      }),
    ),
  );
}

function termsOf(alert) {
  const terms = new Map();
  for (const match of alert.matches ?? []) terms.set(match.term, [...(terms.get(match.term) ?? []), match]);
  return [...terms].map(([term, matches]) => ({ term, matches }));
}

function word(article, term, matches, point) {
  let next = 0;
  const texts = [...new Set(matches.map(match => match.text))].slice(0, 4).join(', ');
  return h(
    'button',
    {
      type: 'button',
      class: 'chip word',
      title: t('detail.showInText'),
      onclick: () => point(matches[next++ % matches.length]),
    },
    h('bdi', { lang: article.language === 'other' ? null : article.language }, term),
    texts !== term && [' ', h('bdi', { class: 'muted' }, `“${texts}”`)],
    matches.length > 1 && h('span', { class: 'count' }, `×${format.number(matches.length)}`),
  );
}

function regionsOf({ store }, regions) {
  if (regions.length === 0) return section('regions', t('detail.regions'), h('p', { class: 'muted' }, t('detail.noRegions')));
  const chip = (region, ...name) => {
    const title = `${region.code} · ${t('detail.filterBy', regionName(region))}`;
    const toggle = () => store.toggle('region', region.code);
    return h('button', { type: 'button', class: 'chip', title, onclick: toggle }, name);
  };
  return section('regions', t('detail.regions'), regionWeights(regions, chip));
}

/** The other articles of its story, as far as they alerted. */
function storyOf(context, article) {
  const others = new Map();
  if (article.storyId) {
    for (const alert of context.store.alerts.values()) {
      if (alert.storyId === article.storyId && alert.article !== article.id) others.set(alert.article, alert);
    }
  }
  const newest = [...others.values()].sort((one, other) => other.eventTime.localeCompare(one.eventTime));
  const first = article.storyId && article.storyId !== article.id && article.storyId !== article.duplicateOf;
  return section(
    'story',
    t('detail.story'),
    article.duplicateOf
      ? h('p', null, t('detail.copyOf'), ' ', openLink(context, 'article', article.duplicateOf, null, t('detail.thatArticle')))
      : !first && h('p', { class: 'muted' }, t('detail.firstOfStory')),
    first && h('p', null, openLink(context, 'article', article.storyId, null, t('detail.toFirst'))),
    newest.length > 0 &&
      h(
        'ul',
        { class: 'others' },
        newest
          .slice(0, MOST_OTHERS)
          .map(alert =>
            h(
              'li',
              null,
              openLink(context, 'article', alert.article, null, said('span', null, alert.language, alert.headline)),
              h('span', { class: 'muted' }, ' ', h('bdi', null, alert.source), ' · ', relativeTime(alert.eventTime)),
            ),
          ),
      ),
    newest.length > MOST_OTHERS && h('p', { class: 'muted' }, t('detail.andMore', newest.length - MOST_OTHERS)),
  );
}
