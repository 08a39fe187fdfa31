import { h, replace } from './dom.js';

/** A field for rule files, with the numbers of its lines and what is wrong in them. */
export class RuleEditor {
  #problems = [];
  #drawn = '';

  constructor(context) {
    const { t } = context;
    this.context = context;
    this.area = h('textarea', {
      id: 'test-rules',
      class: 'rule-text',
      name: 'rules',
      dir: 'ltr',
      rows: 12,
      wrap: 'off',
      spellcheck: 'false',
      autocapitalize: 'off',
      autocomplete: 'off',
      'aria-label': t('tester.rulesLabel'),
      'aria-describedby': 'test-problems',
      oninput: () => this.fit(),
      onscroll: () => {
        this.gutter.scrollTop = this.area.scrollTop;
      },
    });
    this.gutter = h('div', { class: 'rule-gutter', 'aria-hidden': 'true' });
    this.problems = h('ul', { class: 'rule-problems', id: 'test-problems', role: 'list' });
    this.element = h('div', null, h('div', { class: 'rule-editor', dir: 'ltr' }, this.gutter, this.area), this.problems);
    this.fit();
  }

  get value() {
    return this.area.value;
  }

  set value(text) {
    this.area.value = text;
    this.showProblems([]);
  }

  focus() {
    this.area.focus();
  }

  /** Numbers the lines. */
  fit() {
    const lines = this.area.value.split('\n').length;
    const wrong = new Set(this.#problems.map(problem => problem.line));
    const now = `${lines} ${[...wrong]}`;
    if (now === this.#drawn) return;
    this.#drawn = now;
    replace(
      this.gutter,
      Array.from({ length: lines }, (_, at) => h('span', { class: wrong.has(at + 1) && 'wrong' }, at + 1)),
    );
    this.gutter.scrollTop = this.area.scrollTop;
  }

  /** Lists what is wrong, each with a way to its line; none takes the list away. */
  showProblems(problems) {
    const { t } = this.context;
    this.#problems = problems;
    this.area.setAttribute('aria-invalid', String(problems.length > 0));
    this.#drawn = '';
    this.fit();
    replace(
      this.problems,
      problems.map(({ line, message }) =>
        h(
          'li',
          null,
          line > 0
            ? h('button', { type: 'button', class: 'plain', onclick: () => this.goTo(line) }, t('tester.line', line))
            : h('span', null, t('tester.file')),
          h('span', { dir: 'auto' }, message),
        ),
      ),
    );
  }

  /** Selects a line, counted from 1. */
  goTo(line) {
    const lines = this.area.value.split('\n');
    const at = Math.min(line, lines.length);
    const start = lines.slice(0, at - 1).reduce((sum, text) => sum + text.length + 1, 0);
    this.area.focus();
    this.area.setSelectionRange(start, start + lines[at - 1].length);
    const height = Number.parseFloat(getComputedStyle(this.area).lineHeight) || 20;
    this.area.scrollTop = Math.max(0, (at - 3) * height);
  }
}
