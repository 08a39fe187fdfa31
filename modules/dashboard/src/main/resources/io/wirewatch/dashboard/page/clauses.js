import { h } from './dom.js';
import { format } from './format.js';
import { gradually } from './gradually.js';
import { engine } from './sayings.js';
import { addWords, t } from './words.js';
import words from './words/clauses.js';

addWords(words);

/*
 * An explanation can have thousands of clauses: what is inside a clause is made when it is opened, so that a long answer costs
 * what is looked at. Those inside the first few levels are open where they decide.
 */
const OPEN_LEVELS = 3;
const MOST_OPEN = 12;
const MOST_AT_ONCE = 200;
const NEGATION = 'none of';
/* Their parts say nothing once enough of them hold. */
const FEW_SUFFICE = /^(any of|score of|none of)/;
const SIGNS = { held: '✓', failed: '✗', absent: '✓', barred: '!' };

/**
 * Why a rule matches an article, or why not: its name, and inside, made when it is opened, the tree of its clauses, each with a
 * check or a cross.
 *
 * @param {Object} explained the object of `wirewatch rules explain`
 * @param {{open?: boolean, point?: function(Object)}} [how] `point` shows a piece of evidence in its text
 * @returns {HTMLElement}
 */
export function explanation(explained, { open = false, point } = {}) {
  const { matches, rule, when, filters = [] } = explained;
  const summary = [
    sign(matches ? 'held' : 'failed'),
    h('bdi', { class: 'rule' }, rule),
    ' ',
    h('span', { class: 'muted' }, t(matches ? 'clause.matches' : 'clause.matchesNot')),
    !matches && nearness(when?.nearness),
  ];
  return lazily({ class: ['explained', matches ? 'holds' : 'fails'], open }, summary, inside => {
    if (when) inside.append(h('ul', { class: 'clauses' }, clause(when, { level: 1, unwanted: false, point })));
    if (filters.length > 0) inside.append(h('ul', { class: 'clauses' }, filters.map(filter)));
  });
}

/**
 * The rules that came nearest to matching, each with how near and what is missing.
 *
 * @param {Array<{rule: string, nearness: number, reason: string}>} misses
 * @param {function(string): Node} [beside] what stands at the end of a rule's line
 * @returns {HTMLElement}
 */
export function nearest(misses, beside) {
  return h(
    'ul',
    { class: 'nearest' },
    misses.map(miss =>
      h(
        'li',
        null,
        h('bdi', { class: 'rule' }, miss.rule),
        nearness(miss.nearness),
        beside && [h('span', { class: 'push' }), beside(miss.rule)],
        engine('p', { class: 'muted miss', dir: 'auto' }, miss.reason),
      ),
    ),
  );
}

/** How near what does not hold came, as a meter with its figure; nothing where it came nowhere near. */
function nearness(share) {
  if (!(share > 0) || share >= 1) return null;
  const said = t('clause.nearness', Math.round(share * 100));
  return h(
    'span',
    { class: 'nearness', title: said },
    h('meter', { min: 0, max: 1, value: share, 'aria-label': said }),
    h('span', { 'aria-hidden': 'true' }, format.percent(share)),
  );
}

/* A check or a cross, by word too. */
function sign(outcome) {
  return h(
    'span',
    { class: ['sign', outcome] },
    h('span', { 'aria-hidden': 'true' }, SIGNS[outcome]),
    h('span', { class: 'unseen' }, t(`clause.${outcome}`)),
  );
}

/* `unwanted`: it stands under a `none`, where it must not hold. */
function clause(part, how) {
  const outcome = how.unwanted ? (part.holds ? 'barred' : 'absent') : part.holds ? 'held' : 'failed';
  const title = [
    sign(outcome),
    engine('span', { class: 'clause-name' }, part.clause),
    !how.unwanted && part.remark && [' ', engine('bdi', { class: 'remark' }, part.remark)],
    !how.unwanted && !part.holds && nearness(part.nearness),
  ];
  const own = evidence(part, how.point);
  if (!part.parts?.length) {
    return h('li', { class: ['clause', outcome] }, h('p', { class: 'clause-line' }, title), own);
  }
  const inner = {
    level: how.level + 1,
    unwanted: part.clause === NEGATION ? !how.unwanted : how.unwanted,
    point: how.point,
  };
  const open = how.level <= OPEN_LEVELS && part.parts.length <= MOST_OPEN;
  return h(
    'li',
    { class: ['clause', outcome] },
    lazily({ class: 'clause-parts', open }, title, inside => {
      if (own) inside.append(own);
      inside.append(partsOf(part, inner));
    }),
  );
}

/* What does not hold of an any, a score or a none that is content says nothing; it is there for who wants to see it. */
function partsOf(part, how) {
  const isMute = inner => part.holds && !inner.holds && FEW_SUFFICE.test(part.clause);
  const telling = part.parts.filter(inner => !isMute(inner));
  const mute = part.parts.filter(isMute);
  const summary = () =>
    h('span', { class: 'muted' }, t(part.clause === NEGATION ? 'clause.absentParts' : 'clause.muteParts', mute.length));
  return h(
    'div',
    null,
    telling.length > 0 && list(telling, how),
    mute.length > 0 && lazily({ class: 'others' }, [summary()], inside => inside.append(list(mute, how))),
  );
}

function list(parts, how) {
  const items = h('ul', { class: 'clauses' });
  const more = h('button', { type: 'button', class: 'plain more', onclick: add });
  let next = 0;

  async function add() {
    const some = parts.slice(next, next + MOST_AT_ONCE);
    next += some.length;
    more.remove();
    await gradually(items, some, part => clause(part, how));
    if (next >= parts.length) return;
    more.textContent = t('clause.more', parts.length - next);
    items.after(more);
  }

  const holder = h('div', null, items);
  add();
  return holder;
}

function evidence(part, point) {
  if (!part.evidence?.length && !part.unlisted) return null;
  return h(
    'ul',
    { class: 'evidence' },
    (part.evidence ?? []).map(found => h('li', null, evidenceLine(found, point))),
    part.unlisted > 0 && h('li', { class: 'muted' }, t('clause.unlisted', part.unlisted)),
  );
}

function evidenceLine(found, point) {
  const text = h('bdi', null, h('mark', null, found.text));
  const origin = [
    t(`clause.field.${found.field}`),
    h('bdi', null, t('clause.at', found.start, found.end)),
    found.term.toLowerCase() !== found.text.toLowerCase() && t('clause.term', found.term),
    found.concept && t('clause.concept', found.concept),
    found.language && t(`language.${found.language}`),
  ];
  const show = () => point(found);
  return [
    point ? h('button', { type: 'button', class: 'plain word', title: t('clause.show'), onclick: show }, text) : text,
    ' ',
    h(
      'span',
      { class: 'muted' },
      origin.filter(Boolean).map((one, index) => [index > 0 && ' · ', one]),
    ),
  ];
}

function filter({ name, passes, include = [], exclude = [], has = [] }) {
  const values = all => h('bdi', null, all.join(t('clause.comma')));
  return h(
    'li',
    { class: ['clause', passes ? 'held' : 'failed'] },
    h(
      'p',
      { class: 'clause-line' },
      sign(passes ? 'held' : 'failed'),
      h('span', { class: 'clause-name' }, t('clause.filter', t(`clause.filter.${name}`))),
      include.length > 0 && [' ', t('clause.wants'), ' ', values(include)],
      exclude.length > 0 && [' ', t('clause.excludes'), ' ', values(exclude)],
      h('span', { class: 'muted' }, ' · ', has.length > 0 ? [t('clause.has'), ' ', values(has)] : t('clause.hasNone')),
    ),
  );
}

/* A `<details>` whose inside is made when it is opened for the first time. */
function lazily({ open, ...attributes }, summary, make) {
  const inside = h('div', { class: 'inside' });
  const fill = () => {
    if (element.open && !inside.hasChildNodes()) make(inside);
  };
  const element = h('details', { ...attributes, ontoggle: fill }, h('summary', null, summary), inside);
  element.open = open;
  fill();
  return element;
}
