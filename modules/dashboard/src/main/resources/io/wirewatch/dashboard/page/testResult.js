import { h, replace } from './dom.js';
import { directionOf, tagOf } from './format.js';
import { clauseTree } from './clauses.js';
import { layered } from './layers.js';
import { saying } from './sayings.js';

const TYPES = ['PERSON', 'ORGANIZATION', 'LOCATION', 'GROUP', 'NATIONALITY'];
const FIELDS = ['headline', 'body'];

/** What a test came to. */
export class TestResult {
  #chosen = null;

  constructor(context, article, answer, editor) {
    this.context = context;
    this.article = article;
    this.answer = answer;
    this.editor = editor;
    this.text = h('div', { class: 'tested-text', lang: tagOf(answer.language), dir: directionOf(answer.language) });
    this.element = h('div', { class: 'test-result' },
      this.#verdict(), this.#problems(),
      this.#isUnread() ? null : [this.#matches(), this.#textCard(), this.#regions(), this.#explained(), this.#nearest()]);
  }

  /* Where the rules are no rules, the text was not looked at: nothing is to be said of what was found in it. */
  #isUnread() {
    const { problems = [], matches = [], entities = [], regions = [] } = this.answer;
    return problems.length > 0 && matches.length + entities.length + regions.length === 0;
  }

  #verdict() {
    const { t } = this.context;
    const { matches = [], language, origin, ruleSet, problems = [] } = this.answer;
    const refused = problems.length > 0 && !matches.length;
    return h('div', { class: ['card', 'test-verdict', matches.length ? 'is-match' : 'is-none'], role: 'status' },
      h('p', { class: 'verdict-words' }, refused ? t('tester.refused') : matches.length ? t('tester.matches', matches.length) : t('tester.noMatch')),
      h('p', { class: 'muted' }, h('bdi', null, t('tester.language', t(`language.${language ?? 'other'}`))),
        origin ? [' · ', h('bdi', null, t('tester.origin', saying(origin, t)))] : null,
        ruleSet ? [' · ', h('bdi', null, h('code', { dir: 'ltr' }, ruleSet))] : null));
  }

  #problems() {
    const { t } = this.context;
    const problems = this.answer.problems ?? [];
    if (!problems.length) return null;
    return h('div', { class: 'card test-problems' }, h('h3', null, t('tester.problems', problems.length)),
      h('ul', { role: 'list' }, problems.map(({ line, message }) => h('li', null,
        line > 0 ? h('button', { type: 'button', onclick: () => this.editor.goTo(line) }, t('tester.line', line)) : t('tester.file'),
        ' ', h('span', { dir: 'auto' }, message)))));
  }

  #matches() {
    const { t } = this.context;
    const { matches = [] } = this.answer;
    if (!matches.length) return null;
    this.buttons = matches.map(({ rule, severity, matches: places }) => h('button', {
      type: 'button', class: 'match-rule', 'aria-pressed': 'false', dataset: { rule }, onclick: () => this.#choose(rule),
    }, severity ? h('span', { class: 'severity', dataset: { severity } }, t(`severity.${severity}`)) : null,
    h('strong', null, h('bdi', null, rule)), h('span', { class: 'muted' }, t('tester.words', places.length))));
    return h('div', { class: 'card' }, h('h3', null, t('tester.matching')),
      h('p', { class: 'muted' }, t('tester.matchingHint')), h('div', { class: 'match-rules' }, this.buttons));
  }

  /* One rule's words alone, or all again. */
  #choose(rule) {
    this.#chosen = this.#chosen === rule ? null : rule;
    for (const button of this.buttons) button.setAttribute('aria-pressed', String(button.dataset.rule === this.#chosen));
    this.#drawText();
  }

  #textCard() {
    const { t } = this.context;
    this.#drawText();
    const found = new Set((this.answer.entities ?? []).map(entity => entity.type));
    const types = TYPES.filter(type => found.has(type));
    return h('div', { class: 'card' }, h('h3', null, t('tester.text')), this.text,
      h('ul', { class: 'test-legend', role: 'list', 'aria-label': t('tester.legend') },
        (this.answer.matches ?? []).length ? h('li', null, h('mark', null, t('tester.markedWords'))) : null,
        types.map(type => h('li', null, h('span', { class: 'entity', dataset: { type } }, t(`entity.${type}`)))),
        types.length ? null : h('li', { class: 'muted' }, t('tester.noEntities'))));
  }

  #drawText() {
    replace(this.text, FIELDS.map(field => this.article[field]
      ? h(field === 'headline' ? 'h4' : 'p', { dir: 'auto' }, layered(this.article[field], this.#entities(field), this.#marks(field))) : null));
  }

  #entities(field) {
    const { t } = this.context;
    return (this.answer.entities ?? []).filter(entity => entity.field === field).map(entity => ({
      ...entity,
      title: [t(`entity.${entity.type}`), entity.id, t('tester.confidence', Math.round((entity.confidence ?? 0) * 100))].filter(Boolean).join(' · '),
    }));
  }

  #marks(field) {
    return (this.answer.matches ?? [])
      .filter(({ rule }) => !this.#chosen || rule === this.#chosen)
      .flatMap(({ rule, matches }) => matches.filter(match => match.field === field)
        .map(({ start, end, term }) => ({ start, end, rules: new Set([rule]), title: `${rule}: ${term}` })));
  }

  #regions() {
    const { t, format } = this.context;
    const regions = this.answer.regions ?? [];
    return h('div', { class: 'card' }, h('h3', null, t('tester.regions')),
      regions.length
        ? h('ul', { class: 'region-list', role: 'list' }, regions.map(region => h('li', null,
            h('bdi', null, region.name), h('code', { dir: 'ltr' }, region.code), h('span', { class: 'muted' }, t(`level.${region.level}`)),
            h('span', { class: 'region-bar', 'aria-hidden': 'true', style: { '--part': `${region.weight * 100}%` } }),
            h('span', { class: 'region-weight' }, t('tester.weight', format.number(Math.round(region.weight * 100)))))))
        : h('p', { class: 'muted' }, t('tester.noRegions')));
  }

  #explained() {
    const { t } = this.context;
    const explained = this.answer.explained ?? [];
    if (!explained.length) return null;
    return h('div', { class: 'card' }, h('h3', null, t('tester.explained')),
      explained.map((explanation, at) => h('details', { class: 'test-explained', open: at === 0 },
        h('summary', null, h('span', { class: ['test-explained-sign', explanation.matches && 'is-match'] }, t(explanation.matches ? 'tester.does' : 'tester.doesNot')),
          ' ', h('strong', null, h('bdi', null, explanation.rule))),
        clauseTree(explanation, t, h))));
  }

  #nearest() {
    const { t } = this.context;
    const nearest = this.answer.nearest ?? [];
    if (!nearest.length) return null;
    return h('div', { class: 'card' }, h('h3', null, t('tester.nearest')),
      h('ul', { class: 'test-nearest', role: 'list' }, nearest.map(({ rule, nearness, reason }) => h('li', null,
        h('strong', null, h('bdi', null, rule)),
        h('span', { class: 'clause-near' }, h('span', { class: 'clause-near-bar', 'aria-hidden': 'true', style: { '--nearness': `${nearness * 100}%` } }),
          t('clause.nearness', Math.round(nearness * 100))),
        h('p', { class: 'clause-remark' }, saying(reason, t))))));
  }
}
