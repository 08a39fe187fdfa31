import { h } from '../dom.js';
import { addWords, t } from '../words.js';
import words from '../words/text.js';
import { format } from '../format.js';
import { gradually } from '../gradually.js';
import { paragraphs, runs, within } from './spans.js';
import { said } from './parts.js';

addWords(words);

/** The types of names, in the order of the legend. */
const TYPES = Object.freeze(['PERSON', 'ORGANIZATION', 'GROUP', 'LOCATION', 'NATIONALITY']);
const KEPT = 'wirewatch.names.hidden';
const POINTED_MILLIS = 2500;

/**
 * The text of an article with its names coloured by type and the matched words marked, and a legend that turns each on and
 * off.
 *
 * @param {Object} article `{headline, body, language, entities}`
 * @param {Object[]} alerts `{rule, status?, matches}`; spans that do not say what the text says there are left out: they are of
 *     another revision
 * @param {string} [tag] of the headline
 * @returns {{legend: HTMLElement, headline: HTMLElement, body: HTMLElement, point: function(Object)}} `point` brings a place
 *     `{field, start, end}` into view
 */
export function articleText(article, alerts, tag = 'h2') {
  const spans = {
    headline: spansOf(article.headline, 'headline', article.entities, alerts),
    body: spansOf(article.body, 'body', article.entities, alerts),
  };
  const heading = { class: 'article-text', tabindex: -1, dataset: { start: 0 } };
  const headline = said(tag, heading, article.language, nodesOf(article.headline ?? '', spans.headline));
  const body = said('div', { class: ['article-text', 'article-body'] }, article.language);
  const entities = within(spans.body.entities);
  const matches = within(spans.body.matches);
  const complete = gradually(body, paragraphs(article.body ?? ''), paragraph => {
    const inside = { entities: entities(paragraph), matches: matches(paragraph) };
    return h('p', { dataset: { start: paragraph.start } }, nodesOf(paragraph.text, inside));
  });
  const legend = legendOf(spans, [headline, body]);
  const blocks = ({ field }) => (field === 'headline' ? [headline] : [...body.children]);
  return { legend, headline, body, point: span => complete.then(() => pointAt(blocks(span), span)) };
}

/** What there is to say of a name where one points at it: its type, its id, how sure that is. */
export function nameTitle({ type, id, confidence }) {
  const sure = confidence === undefined ? '' : format.percent(confidence);
  return [t(`entity.${type}`), id, sure].filter(Boolean).join(' · ');
}

function spansOf(text, field, entities, alerts) {
  const fits = span => span.field.toLowerCase() === field && (text ?? '').slice(span.start, span.end) === span.text;
  return {
    entities: (entities ?? []).filter(fits),
    matches: alerts
      .filter(alert => alert.status !== 'RETRACTED')
      .flatMap(alert => (alert.matches ?? []).filter(fits).map(match => ({ ...match, rule: alert.rule }))),
  };
}

function nodesOf(text, { entities, matches }) {
  return runs(text, entities, matches).map(({ entity, pieces }) => {
    const nodes = pieces.map(({ text: piece, match }) =>
      match ? h('mark', { title: t('text.matchedBy', match.rule, match.term) }, piece) : piece,
    );
    return entity ? h('span', { class: 'entity', dataset: { type: entity.type }, title: nameTitle(entity) }, nodes) : nodes;
  });
}

function legendOf({ headline, body }, texts) {
  const counts = new Map();
  for (const { type } of [...headline.entities, ...body.entities]) counts.set(type, (counts.get(type) ?? 0) + 1);
  const marks = headline.matches.length + body.matches.length;
  const hidden = new Set(keptHidden());
  const apply = () => texts.forEach(text => (text.dataset.off = [...hidden].join(' ')));
  const toggle = (type, label, count) => {
    const sample = type === 'mark' ? h('mark', null, 'Aa') : h('span', { class: 'entity', dataset: { type } }, 'Aa');
    const turn = click => {
      if (!hidden.delete(type)) hidden.add(type);
      click.currentTarget.setAttribute('aria-pressed', String(!hidden.has(type)));
      keep([...hidden]);
      apply();
    };
    return h(
      'button',
      { type: 'button', class: 'text-shown', 'aria-pressed': String(!hidden.has(type)), onclick: turn },
      h('span', { class: 'sample', 'aria-hidden': 'true' }, sample),
      label,
      h('span', { class: 'count' }, format.number(count)),
    );
  };
  apply();
  return h(
    'div',
    { class: 'text-legend', role: 'group', 'aria-label': t('text.legend') },
    marks > 0 && toggle('mark', t('text.matched'), marks),
    TYPES.filter(type => counts.has(type)).map(type => toggle(type, t(`entity.${type}`), counts.get(type))),
  );
}

/*
 * Marks a place without changing the text: by the browser's highlights where it has them, and by the paragraph where it has not.
 */
function pointAt(blocks, { start, end }) {
  const block = blocks.findLast(one => Number(one.dataset.start) <= start);
  if (!block) return;
  const range = rangeOf(block, start - Number(block.dataset.start), end - Number(block.dataset.start));
  const behavior = calm() ? 'auto' : 'smooth';
  (range?.startContainer.parentElement ?? block).scrollIntoView({ block: 'center', behavior });
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
