/** The tree of clauses of a rule: which held, on what words, and how near those came that did not. */
import { addWords } from './words.js';
import { saying } from './sayings.js';
import words from './words/clauses.js';

addWords(words);

const NEGATION = 'none of';
/* Their parts say nothing once enough of them hold. */
const FEW_SUFFICE = /^(any of|score of)/;

/**
 * An explanation as a tree that opens and closes.
 *
 * @param {object} explanation the object of `wirewatch rules explain --json`: `when` and `filters`
 * @param {(key: string, ...parts: unknown[]) => string} t words
 * @param {Function} h makes elements, as in dom.js
 * @returns {HTMLElement}
 */
export function clauseTree(explanation, t, h) {
  const tree = new ClauseTree(t, h);
  const filters = (explanation.filters ?? []).map(filter => tree.filter(filter));
  return h('div', { class: 'clause-tree' }, h('ul', { class: 'clause-list' }, tree.part(explanation.when, false), ...filters));
}

class ClauseTree {
  constructor(t, h) {
    this.t = t;
    this.h = h;
  }

  /**
   * One clause and what is in it.
   *
   * @param {boolean} unwanted whether it stands under a `none`, where it must not hold
   */
  part(part, unwanted) {
    const { h } = this;
    const outcome = outcomeOf(part, unwanted);
    return h('li', { class: `clause-part clause-${outcome}` },
      h('div', { class: 'clause-row' },
        this.sign(outcome),
        h('span', { class: 'clause-label' }, saying(part.clause, this.t)),
        this.nearness(part, unwanted)),
      part.remark && !unwanted ? h('p', { class: 'clause-remark' }, saying(part.remark, this.t)) : null,
      this.evidence(part),
      this.parts(part, unwanted));
  }

  sign(outcome) {
    const { t, h } = this;
    const glyph = { held: '✓', failed: '✗', absent: '✓', barred: '!' }[outcome];
    return h('span', { class: 'clause-sign' }, h('span', { 'aria-hidden': 'true' }, glyph),
      h('span', { class: 'unseen' }, t(`clause.${outcome}`)));
  }

  nearness(part, unwanted) {
    const { t, h } = this;
    if (part.holds || unwanted || !(part.nearness > 0)) {
      return null;
    }
    const percent = Math.round(part.nearness * 100);
    return h('span', { class: 'clause-near' },
      h('span', { class: 'clause-near-bar', 'aria-hidden': 'true', style: { '--nearness': `${percent}%` } }), t('clause.nearness', percent));
  }

  evidence(part) {
    const { t, h } = this;
    const found = part.evidence ?? [];
    if (!found.length) {
      return null;
    }
    const more = part.unlisted ? h('li', { class: 'clause-more' }, t('clause.unlisted', part.unlisted)) : null;
    return h('ul', { class: 'clause-evidence' }, ...found.map(one => this.found(one)), more);
  }

  found(one) {
    const { t, h } = this;
    const origin = [
      t(`clause.field.${one.field}`),
      t('clause.at', one.start, one.end),
      one.text.toLowerCase() === one.term.toLowerCase() ? null : t('clause.term', one.term),
      one.concept ? t('clause.concept', one.concept) : null,
      one.language ? t(`language.${one.language}`) : null,
    ].filter(Boolean);
    return h('li', {}, h('bdi', null, h('mark', null, one.text)), ' ', h('span', { class: 'clause-origin' }, origin.join(' · ')));
  }

  parts(part, unwanted) {
    const { t, h } = this;
    const parts = part.parts ?? [];
    if (!parts.length) {
      return null;
    }
    const inner = part.clause === NEGATION ? !unwanted : unwanted;
    const telling = parts.filter(one => !isMute(part, one));
    const mute = parts.filter(one => isMute(part, one));
    const list = some => h('ul', { class: 'clause-list' }, ...some.map(one => this.part(one, inner)));
    return [
      telling.length ? list(telling) : null,
      mute.length
        ? h('details', { class: 'clause-mute' },
            h('summary', {}, t(part.clause === NEGATION ? 'clause.absentParts' : 'clause.muteParts', mute.length)), list(mute))
        : null,
    ];
  }

  filter(filter) {
    const { t, h } = this;
    const outcome = filter.passes ? 'held' : 'failed';
    const wants = [
      filter.include?.length ? t('clause.wants', filter.include.join(t('clause.comma'))) : null,
      filter.exclude?.length ? t('clause.excludes', filter.exclude.join(t('clause.comma'))) : null,
    ].filter(Boolean).join(t('clause.semicolon'));
    return h('li', { class: `clause-part clause-${outcome}` },
      h('div', { class: 'clause-row' }, this.sign(outcome),
        h('span', { class: 'clause-label' }, t('clause.filter', t(`clause.filter.${filter.name}`)))),
      h('p', { class: 'clause-remark' }, wants, wants ? t('clause.semicolon') : '',
        filter.has?.length ? t('clause.has', filter.has.join(t('clause.comma'))) : t('clause.hasNone')));
  }
}

/* What does not hold of an any, a score or a none that is content says nothing. */
function isMute(part, inner) {
  return part.holds && !inner.holds && (FEW_SUFFICE.test(part.clause) || part.clause === NEGATION);
}

function outcomeOf(part, unwanted) {
  if (unwanted) {
    return part.holds ? 'barred' : 'absent';
  }
  return part.holds ? 'held' : 'failed';
}
