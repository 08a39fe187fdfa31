import { explanation, nearest } from './clauses.js';
import { articleText } from './detail/text.js';
import { h, replace } from './dom.js';
import { saying } from './sayings.js';
import { regionWeights } from './weights.js';

/** What a test came to. */
export class TestResult {
  #chosen = null;
  #point = () => {};

  constructor(context, article, answer, editor) {
    this.context = context;
    this.article = article;
    this.answer = answer;
    this.editor = editor;
    this.text = h('div', { class: 'tested-text' });
    const found = () => [this.#matches(), this.#textCard(), this.#regions(), this.#explained(), this.#nearest()];
    this.element = h('div', { class: 'test-result' }, this.#verdict(), this.#problems(), this.#isUnread() ? null : found());
  }

  /* Where the rules are no rules, the text was not looked at: nothing is to be said of what was found in it. */
  #isUnread() {
    const { problems = [], matches = [], entities = [], regions = [] } = this.answer;
    return problems.length > 0 && matches.length + entities.length + regions.length === 0;
  }

  #verdict() {
    const { t } = this.context;
    const { matches = [], language, origin, ruleSet } = this.answer;
    return h(
      'div',
      { class: ['card', 'test-verdict', matches.length ? 'is-match' : 'is-none'], role: 'status' },
      h('p', { class: 'verdict-words' }, this.#verdictWords()),
      h(
        'p',
        { class: 'muted' },
        h('bdi', null, t('tester.language', t(`language.${language ?? 'other'}`))),
        origin && [' · ', h('bdi', null, t('tester.origin', saying(origin)))],
        ruleSet && [' · ', h('bdi', null, h('code', { dir: 'ltr' }, ruleSet))],
      ),
    );
  }

  #verdictWords() {
    const { t } = this.context;
    const { matches = [], problems = [] } = this.answer;
    if (matches.length > 0) return t('tester.matches', matches.length);
    return t(problems.length > 0 ? 'tester.refused' : 'tester.noMatch');
  }

  #problems() {
    const { t } = this.context;
    const problems = this.answer.problems ?? [];
    if (!problems.length) return null;
    const place = line =>
      line > 0
        ? h('button', { type: 'button', onclick: () => this.editor.goTo(line) }, t('tester.line', line))
        : t('tester.file');
    return h(
      'div',
      { class: 'card test-problems' },
      h('h3', null, t('tester.problems', problems.length)),
      h(
        'ul',
        { role: 'list' },
        problems.map(({ line, message }) => h('li', null, place(line), ' ', h('span', { dir: 'auto' }, message))),
      ),
    );
  }

  #matches() {
    const { t } = this.context;
    const { matches = [] } = this.answer;
    if (!matches.length) return null;
    this.buttons = matches.map(match => this.#matchButton(match));
    return h(
      'div',
      { class: 'card' },
      h('h3', null, t('tester.matching')),
      h('p', { class: 'muted' }, t('tester.matchingHint')),
      h('div', { class: 'match-rules' }, this.buttons),
    );
  }

  #matchButton({ rule, severity, matches }) {
    const { t } = this.context;
    const choose = () => this.#choose(rule);
    return h(
      'button',
      { type: 'button', class: 'match-rule', 'aria-pressed': 'false', dataset: { rule }, onclick: choose },
      severity && h('span', { class: 'severity', dataset: { severity } }, t(`severity.${severity}`)),
      h('strong', null, h('bdi', null, rule)),
      h('span', { class: 'muted' }, t('tester.words', matches.length)),
    );
  }

  /* One rule's words alone, or all again. */
  #choose(rule) {
    this.#chosen = this.#chosen === rule ? null : rule;
    for (const button of this.buttons) {
      button.setAttribute('aria-pressed', String(button.dataset.rule === this.#chosen));
    }
    this.#drawText();
  }

  #textCard() {
    const { t } = this.context;
    this.#drawText();
    const none = !this.answer.entities?.length && h('p', { class: 'muted' }, t('tester.noEntities'));
    return h('div', { class: 'card' }, h('h3', null, t('tester.text')), this.text, none);
  }

  #drawText() {
    const { matches = [], language, entities } = this.answer;
    const chosen = matches.filter(({ rule }) => !this.#chosen || rule === this.#chosen);
    const text = articleText({ ...this.article, language, entities }, chosen, 'h4');
    this.#point = text.point;
    replace(this.text, text.legend, this.article.headline && text.headline, this.article.body && text.body);
  }

  #regions() {
    const { t } = this.context;
    const regions = this.answer.regions ?? [];
    return h(
      'div',
      { class: 'card' },
      h('h3', null, t('tester.regions')),
      regions.length > 0 ? regionWeights(regions) : h('p', { class: 'muted' }, t('tester.noRegions')),
    );
  }

  #explained() {
    const { t } = this.context;
    const explained = this.answer.explained ?? [];
    if (!explained.length) return null;
    const point = span => this.#point(span);
    return h(
      'div',
      { class: 'card' },
      h('h3', null, t('tester.explained')),
      h(
        'div',
        { class: 'explanations' },
        explained.map((one, index) => explanation(one, { open: index === 0, point })),
      ),
    );
  }

  #nearest() {
    const { t } = this.context;
    const misses = this.answer.nearest ?? [];
    return misses.length > 0 && h('div', { class: 'card' }, h('h3', null, t('tester.nearest')), nearest(misses));
  }
}
