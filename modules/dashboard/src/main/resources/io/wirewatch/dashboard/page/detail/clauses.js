import { h } from '../dom.js';
import { t } from '../words.js';
import { format } from '../format.js';
import { gradually } from './gradually.js';
import { english, languageName } from './parts.js';

/*
 * An explanation can have thousands of clauses: what is inside a clause is made when it is opened, so that a long answer costs
 * what is looked at. Those inside the first few levels are open where they decide.
 */
const OPEN_LEVELS = 3;
const MOST_OPEN = 12;
const MOST_AT_ONCE = 200;
const HOLDING_BY_FEW = /^(any of \d+|none of)/;

/**
 * Why a rule matches an article, or why not, as a tree of its clauses, each with a check or a cross.
 *
 * @param {object} explained as `/api/why` and `/api/test` say it
 * @param {{open?: boolean, point?: (span: object) => void}} [how] `point` shows a piece of evidence in its text
 * @returns {HTMLElement}
 */
export function explanation(explained, { open = false, point } = {}) {
  const matches = explained.matches;
  return lazily(
    { class: ['explained', matches ? 'holds' : 'fails'], open },
    [sign(matches), h('bdi', { class: 'rule' }, explained.rule), ' ', h('span', { class: 'muted' }, t(matches ? 'why.matches' : 'why.matchesNot')),
      !matches && nearness(explained.when?.nearness)],
    (inside) => {
      if (explained.when) inside.append(h('ul', { class: 'clauses' }, clause(explained.when, 1, point)));
      if (explained.filters?.length > 0) inside.append(h('ul', { class: 'clauses' }, explained.filters.map(filter)));
    });
}

/** How near what does not hold came, as a meter with its figure. */
export function nearness(share) {
  if (share === undefined || share >= 1) return null;
  const figure = `${format.number(Math.round(share * 100))} %`;
  return h('span', { class: 'nearness', title: t('why.nearness', figure) },
    h('meter', { min: 0, max: 1, value: share, 'aria-label': t('why.nearness', figure) }), h('span', { 'aria-hidden': 'true' }, figure));
}

/** A check or a cross, by word too. */
export function sign(holds) {
  return h('span', { class: ['sign', holds ? 'yes' : 'no'] }, h('span', { 'aria-hidden': 'true' }, holds ? '✓' : '✗'), h('span', { class: 'unseen' }, t(holds ? 'why.holds' : 'why.fails')));
}

function clause(part, level, point) {
  const title = [sign(part.holds), clauseName(part.clause), part.remark && [' ', english('bdi', { class: 'remark', dir: 'auto' }, part.remark)], !part.holds && nearness(part.nearness)];
  const parts = part.parts ?? [];
  const own = evidenceOf(part, point);
  if (parts.length === 0) return h('li', { class: 'clause' }, h('p', { class: 'clause-line' }, title), own);
  const open = level <= OPEN_LEVELS && parts.length <= MOST_OPEN;
  return h('li', { class: 'clause' }, lazily({ class: 'clause-parts', open }, title, (inside) => {
    if (own) inside.append(own);
    inside.append(partsOf(part, level + 1, point));
  }));
}

/* What does not hold of an "any" or "none" that holds says nothing; it is there for who wants to see it. */
function partsOf(part, level, point) {
  const byFew = part.holds && HOLDING_BY_FEW.test(part.clause);
  const first = byFew ? part.parts.filter((inner) => inner.holds) : part.parts;
  const others = byFew ? part.parts.filter((inner) => !inner.holds) : [];
  const list = h('div', null, clauseList(first, level, point));
  if (others.length > 0) {
    list.append(lazily({ class: 'others' }, [h('span', { class: 'muted' }, t(first.length > 0 ? 'why.othersFail' : 'why.allFail', others.length))], (inside) => inside.append(clauseList(others, level, point))));
  }
  return list;
}

function clauseList(parts, level, point) {
  const list = h('ul', { class: 'clauses' });
  let next = 0;
  const more = h('button', { type: 'button', class: 'plain more', onclick: add });

  async function add() {
    const some = parts.slice(next, next + MOST_AT_ONCE);
    next += some.length;
    more.remove();
    await gradually(list, some, (part) => clause(part, level, point));
    if (next < parts.length) {
      more.textContent = t('why.moreClauses', parts.length - next);
      list.after(more);
    }
  }

  const holder = h('div', null, list);
  add();
  return holder;
}

function evidenceOf(part, point) {
  if (!part.evidence?.length && !part.unlisted) return null;
  return h('ul', { class: 'evidence' }, (part.evidence ?? []).map((found) => h('li', null, evidenceLine(found, point))),
    part.unlisted > 0 && h('li', { class: 'muted' }, t('detail.andMore', part.unlisted)));
}

function evidenceLine(found, point) {
  const text = h('bdi', { class: 'found' }, `“${found.text}”`);
  return [
    point ? h('button', { type: 'button', class: 'plain word', title: t('detail.showInText'), onclick: () => point(found) }, text) : text,
    ' ', h('span', { class: 'muted' }, t(`why.in.${found.field}`), ' ', h('bdi', null, `${found.start}–${found.end}`),
      found.term !== found.text && [' · ', t('why.for'), ' ', h('bdi', null, `‘${found.term}’`)],
      found.concept && [' · ', t('why.concept'), ' ', h('bdi', null, found.concept)],
      found.language && [' · ', languageName(found.language)])];
}

function filter(filtered) {
  return h('li', { class: 'clause' }, h('p', { class: 'clause-line' }, sign(filtered.passes), t('why.filter', t(`why.filterOn.${filtered.name}`)),
    filtered.include.length > 0 && [' ', t('why.wants'), ' ', h('bdi', null, filtered.include.join(', '))],
    filtered.exclude.length > 0 && [' ', t('why.excludes'), ' ', h('bdi', null, filtered.exclude.join(', '))],
    h('span', { class: 'muted' }, ' ', t('why.has'), ' ', filtered.has.length > 0 ? h('bdi', null, filtered.has.join(', ')) : t('silence.none'))));
}

/* The names of clauses are the server's, in English; they are few, so that they can be said otherwise. */
const CLAUSES = [
  [/^all of (\d+)$/, 'why.clause.all'], [/^any of (\d+)$/, 'why.clause.any'], [/^none of$/, 'why.clause.none'],
  [/^near, within (\d+) words, in this order$/, 'why.clause.nearOrdered'], [/^near, within (\d+) words$/, 'why.clause.near'],
  [/^score of at least (\S+)$/, 'why.clause.score'], [/^concept (\S+)$/, 'why.clause.concept'],
  [/^term ('.*')$/, 'why.clause.term'], [/^phrase ('.*')$/, 'why.clause.phrase'], [/^exact ('.*')$/, 'why.clause.exact'],
  [/^exact phrase ('.*')$/, 'why.clause.exactPhrase'], [/^prefix ('.*')$/, 'why.clause.prefix'],
];

function clauseName(label) {
  for (const [form, key] of CLAUSES) {
    const found = form.exec(label);
    if (found) return h('span', { class: 'clause-name' }, t(key, found[1] ?? ''));
  }
  return h('bdi', { class: 'clause-name', lang: 'en' }, label);
}

/** A `<details>` whose inside is made when it is opened for the first time. */
function lazily({ open, ...attributes }, summary, make) {
  const inside = h('div', { class: 'inside' });
  const fill = () => { if (element.open && !inside.hasChildNodes()) make(inside); };
  const element = h('details', { ...attributes, ontoggle: fill }, h('summary', null, summary), inside);
  if (open) {
    element.open = true;
    fill();
  }
  return element;
}

export { lazily };
