import { addWords } from './words.js';
import words from './words/tabs.js';
import healthWords from './words/health.js';
import { h, replace } from './dom.js';
import { stateBox } from './state.js';
import { EXAMPLES, RULES_EXAMPLE } from './examples.js';
import { RuleEditor } from './ruleEditor.js';
import { TestResult } from './testResult.js';

addWords(words);
addWords(healthWords);

const KEPT = 'wirewatch.tester';

/** The tab that tries a text: what is found in it, which rules match, and why the others do not. */
export function mount(element, context) {
  new Tester(element, context);
}

class Tester {
  #asked = null;
  #carried = '';
  #example = 0;
  #isDue = false;

  constructor(element, context) {
    const { t, store } = context;
    this.context = context;
    this.result = h('div', { class: 'tester-result' });
    this.editor = new RuleEditor(context);
    this.form = this.#form(t);
    this.origin = h('p', { class: 'tester-origin muted', role: 'status' });
    element.classList.add('tester');
    replace(
      element,
      h('h2', { class: 'unseen' }, t('tester.title')),
      h('div', { class: 'tester-input card' }, this.origin, this.form),
      this.result,
    );
    this.#restore();
    this.#invite();
    store.on('view', () => this.#carry());
    store.on('session', () => this.#resume());
    this.#carry();
  }

  #form(t) {
    this.headline = h('input', { id: 'test-headline', name: 'headline', dir: 'auto', autocomplete: 'off', maxlength: 1000 });
    this.body = h('textarea', { id: 'test-body', name: 'body', dir: 'auto', rows: 8 });
    this.source = h('input', { id: 'test-source', name: 'source', dir: 'auto', autocomplete: 'off', maxlength: 200 });
    this.run = h('button', { type: 'submit', class: 'primary' }, t('tester.run'));
    this.own = h(
      'details',
      { class: 'tester-own', ontoggle: () => this.own.open && this.editor.fit() },
      h('summary', null, t('tester.own')),
      h('p', { class: 'muted' }, t('tester.ownHint')),
      h('p', null, h('button', { type: 'button', onclick: () => this.#takeRules() }, t('tester.ownExample'))),
      this.editor.element,
    );
    return h(
      'form',
      {
        class: 'tester-form',
        onsubmit: event => this.#submit(event),
        oninput: () => this.#keep(),
        onkeydown: event => this.#key(event),
      },
      field(t('tester.headline'), this.headline),
      field(t('tester.body'), this.body),
      field(t('tester.source'), this.source, t('tester.sourceHint')),
      this.own,
      h(
        'div',
        { class: 'tester-actions' },
        this.run,
        h('button', { type: 'button', onclick: () => this.#takeExample() }, t('tester.example')),
        h('button', { type: 'button', class: 'plain', onclick: () => this.#clear() }, t('tester.clear')),
        h('span', { class: 'tester-keys muted' }, h('kbd', null, 'Ctrl'), ' + ', h('kbd', null, 'Enter')),
      ),
    );
  }

  #key(event) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.form.requestSubmit();
  }

  #submit(event) {
    event.preventDefault();
    this.#ask();
  }

  async #ask() {
    const { t, api } = this.context;
    const article = { headline: this.headline.value.trim(), body: this.body.value };
    if (!article.headline && !article.body.trim()) {
      replace(this.result, stateBox('empty', t('tester.nothing')));
      this.headline.focus();
      return;
    }
    if (this.source.value.trim()) article.source = this.source.value.trim();
    if (this.own.open && this.editor.value.trim()) article.rules = this.editor.value;
    this.#asked?.abort();
    const asked = (this.#asked = new AbortController());
    this.run.disabled = true;
    replace(this.result, stateBox('loading', t('tester.loading')));
    try {
      const answer = await api.post('/api/test', article, { signal: asked.signal });
      if (asked === this.#asked) this.#show(article, answer);
    } catch (failure) {
      if (asked === this.#asked) this.#fail(failure);
    }
    if (asked === this.#asked) this.run.disabled = false;
  }

  #show(article, answer) {
    this.editor.showProblems(answer.problems ?? []);
    if (answer.problems?.length) this.own.open = true;
    replace(this.result, new TestResult(this.context, article, answer, this.editor).element);
    // On a narrow screen the answer is below the form.
    if (this.result.getBoundingClientRect().top > innerHeight * 0.8) this.result.scrollIntoView({ block: 'start' });
  }

  #fail(failure) {
    const { t } = this.context;
    if (failure.name === 'AbortError') return;
    this.#isDue = failure.status === 401;
    const problems = failure.body?.problems;
    if (problems?.length) this.editor.showProblems(problems);
    const again = { label: t('health.again'), run: () => this.#ask() };
    replace(this.result, stateBox(failure.status === 0 ? 'offline' : 'error', t('tester.failed', failure.message), again));
  }

  /* What was asked when the session had ended is asked again in the next. */
  #resume() {
    if (this.context.store.session.signedOut) return;
    if (this.#isDue) this.#ask();
    this.#isDue = false;
    this.#carry();
  }

  #invite() {
    const { t } = this.context;
    replace(this.result, stateBox('empty', t('tester.invite'), { label: t('tester.example'), run: () => this.#takeExample() }));
  }

  #takeExample() {
    const example = EXAMPLES[this.#example++ % EXAMPLES.length];
    this.origin.textContent = '';
    this.#fill(example);
    this.#ask();
  }

  #takeRules() {
    this.editor.value = RULES_EXAMPLE;
    this.#keep();
    this.editor.focus();
  }

  #clear() {
    this.#asked?.abort();
    this.run.disabled = false;
    this.origin.textContent = '';
    this.#fill({});
    this.editor.showProblems([]);
    this.#invite();
    this.headline.focus();
  }

  #fill({ headline = '', body = '', source = '' }) {
    this.headline.value = headline;
    this.body.value = body;
    this.source.value = source;
    this.#keep();
  }

  /* The text of an article that the address names. */
  async #carry() {
    const { t, api, store } = this.context;
    const { name, query } = store.view;
    const id = name === 'test' ? query.get('article') : null;
    if (!id) this.#carried = '';
    if (!id || id === this.#carried || store.session?.signedOut) return;
    this.#carried = id;
    replace(this.result, stateBox('loading', t('tester.carrying')));
    try {
      const { article } = await api.get(`/api/articles/${encodeURIComponent(id)}`);
      if (this.#carried !== id) return;
      this.#fill(article);
      this.origin.textContent = t('tester.carried', article.headline);
      this.#ask();
    } catch (failure) {
      if (this.#carried !== id) return;
      this.#carried = '';
      replace(this.result, stateBox(failure.status === 0 ? 'offline' : 'error', t('tester.notCarried', failure.message)));
    }
  }

  /* What was typed outlives a reload, and a change of the language, in this browser tab alone. */
  #keep() {
    const typed = {
      headline: this.headline.value,
      body: this.body.value,
      source: this.source.value,
      rules: this.editor.value,
      own: this.own.open,
    };
    try {
      sessionStorage.setItem(KEPT, JSON.stringify(typed));
    } catch (refused) {
      console.warn('what is typed is not kept', refused);
    }
  }

  #restore() {
    try {
      const typed = JSON.parse(sessionStorage.getItem(KEPT) ?? '{}');
      this.#fillAll(typed);
    } catch (refused) {
      console.warn('what was typed is not there any more', refused);
    }
  }

  #fillAll({ rules = '', own = false, ...article }) {
    this.editor.value = rules;
    this.own.open = own;
    this.#fill(article);
  }
}

function field(label, input, hint) {
  const described = hint && h('small', { class: 'muted', id: `${input.id}-hint` }, hint);
  if (described) input.setAttribute('aria-describedby', described.id);
  return h('div', { class: 'field' }, h('label', { for: input.id }, label), input, described);
}
