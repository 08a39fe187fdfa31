import { h } from '../dom.js';
import { t } from '../words.js';
import { format } from '../format.js';
import { gradually } from './gradually.js';
import { paragraphs, runs, within } from './spans.js';
import { said } from './parts.js';

/** The types of names, in the order of the legend. */
const TYPES = Object.freeze(['PERSON', 'ORGANIZATION', 'GROUP', 'LOCATION', 'NATIONALITY']);
const KEPT = 'wirewatch.names.hidden';
const POINTED_MILLIS = 2500;

/**
 * The text of an article with its names coloured by type and the matched words marked, and a legend that turns each on and
 * off.
 *
 * @param {object} article
 * @param {object[]} alerts of the article; spans that do not say what the text says there are left out: they are of another revision
 * @returns {{legend: HTMLElement, headline: HTMLElement, body: HTMLElement, point: (span: object) => void}} `point` brings a
 *     place `{field, start, end}` into view
 */
export function articleText(article, alerts) {
  const spans = {
    headline: spansOf(article.headline, 'headline', article.entities, alerts),
    body: spansOf(article.body, 'body', article.entities, alerts),
  };
  const headline = said('h2', { class: 'names', tabindex: -1, dataset: { start: 0 } }, article.language, nodesOf(article.headline, spans.headline));
  const body = said('div', { class: ['names', 'body'] }, article.language);
  const entities = within(spans.body.entities);
  const matches = within(spans.body.matches);
  const complete = gradually(body, paragraphs(article.body ?? ''), (paragraph) =>
    h('p', { dataset: { start: paragraph.start } },
      nodesOf(paragraph.text, { entities: entities(paragraph), matches: matches(paragraph) })));
  const legend = legendOf(spans, [headline, body]);
  return { legend, headline, body, point: (span) => complete.then(() => pointAt(span.field === 'headline' ? [headline] : [...body.children], span)) };
}

function spansOf(text, field, entities, alerts) {
  const fits = (span) => span.field.toLowerCase() === field && (text ?? '').slice(span.start, span.end) === span.text;
  return {
    entities: (entities ?? []).filter(fits),
    matches: alerts
      .filter((alert) => alert.status !== 'RETRACTED')
      .flatMap((alert) => (alert.matches ?? []).filter(fits).map((match) => ({ ...match, rule: alert.rule }))),
  };
}

function nodesOf(text, { entities, matches }) {
  return runs(text, entities, matches).map(({ entity, pieces }) => {
    const nodes = pieces.map(({ text: piece, match }) =>
      match ? h('mark', { title: t('detail.matchedBy', match.rule, match.term) }, piece) : piece);
    return entity ? h('span', { class: ['name', `name-${entity.type.toLowerCase()}`], title: nameTitle(entity) }, nodes) : nodes;
  });
}

function nameTitle(entity) {
  return [t(`detail.type.${entity.type}`), entity.id, percent(entity.confidence)].filter(Boolean).join(' · ');
}

const percent = (share) => (share === undefined ? '' : `${format.number(Math.round(share * 100))} %`);

function legendOf({ headline, body }, texts) {
  const counts = new Map();
  for (const entity of [...headline.entities, ...body.entities]) counts.set(entity.type, (counts.get(entity.type) ?? 0) + 1);
  const marks = headline.matches.length + body.matches.length;
  const hidden = new Set(keptHidden());
  const apply = () => texts.forEach((text) => { text.dataset.off = [...hidden].join(' '); });
  const toggle = (type, cssClass, label, count) => h('button', {
    type: 'button', class: ['legend-item', cssClass], 'aria-pressed': String(!hidden.has(type)),
    onclick: (click) => {
      if (!hidden.delete(type)) hidden.add(type);
      click.currentTarget.setAttribute('aria-pressed', String(!hidden.has(type)));
      keep([...hidden]);
      apply();
    },
  }, h('span', { class: 'sample', 'aria-hidden': 'true' }, 'Aa'), ' ', label, ' ', h('span', { class: 'count' }, format.number(count)));
  apply();
  return h('div', { class: 'legend', role: 'group', 'aria-label': t('detail.legend') },
    marks > 0 && toggle('mark', 'legend-mark', t('detail.matched'), marks),
    TYPES.filter((type) => counts.has(type)).map((type) => toggle(type.toLowerCase(), `legend-${type.toLowerCase()}`, t(`detail.type.${type}`), counts.get(type))));
}

/*
 * Marks a place without changing the text: by the browser's highlights where it has them, and by the paragraph where it has not.
 */
function pointAt(blocks, { start, end }) {
  const block = blocks.findLast((one) => Number(one.dataset.start) <= start);
  if (!block) return;
  const range = rangeOf(block, start - Number(block.dataset.start), end - Number(block.dataset.start));
  (range?.startContainer.parentElement ?? block).scrollIntoView({ block: 'center', behavior: calm() ? 'auto' : 'smooth' });
  if (range && globalThis.CSS?.highlights) {
    CSS.highlights.set('pointed', new Highlight(range));
    setTimeout(() => CSS.highlights.delete('pointed'), POINTED_MILLIS);
  } else {
    block.classList.add('pointed');
    setTimeout(() => block.classList.remove('pointed'), POINTED_MILLIS);
  }
}

function rangeOf(block, start, end) {
  const range = document.createRange();
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let at = 0;
  let begun = false;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const next = at + node.length;
    if (!begun && start < next) {
      range.setStart(node, start - at);
      begun = true;
    }
    if (begun && end <= next) {
      range.setEnd(node, end - at);
      return range;
    }
    at = next;
  }
  return null;
}

const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

function keptHidden() {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) ?? [];
  } catch {
    return []; // storage is switched off, or holds something else: everything is shown
  }
}

function keep(hidden) {
  try {
    localStorage.setItem(KEPT, JSON.stringify(hidden));
  } catch (refused) {
    console.warn('what is hidden in texts is not remembered', refused);
  }
}
