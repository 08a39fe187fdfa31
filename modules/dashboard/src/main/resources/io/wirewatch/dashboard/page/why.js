import { h, replace } from './dom.js';
import { t } from './words.js';
import { stateBox } from './state.js';
import { action, english } from './detail/parts.js';
import { steps } from './detail/steps.js';
import { explanation } from './clauses.js';

const MOST_CHOICES = 100;
let rulesAsked;

/**
 * The section that says what became of an article, and why: every step with the places of its records, every rule that alerted
 * clause by clause, the nearest of the others, and what is missing. It asks the server when it is opened, since the answer is
 * read from the topics.
 *
 * @param {object} context
 * @param {string} article its id or address
 * @param {{open?: boolean, signal?: AbortSignal, point?: (span: object) => void}} [how] `point` shows a place in the text
 * @returns {HTMLElement}
 */
export function why(context, article, { open = false, signal, point } = {}) {
  const answer = h('div', { class: 'why-answer', 'aria-live': 'polite' });
  const element = h(
    'details',
    {
      class: 'part why',
      ontoggle: () => {
        if (element.open && !answer.hasChildNodes()) ask('');
      },
    },
    h('summary', null, h('h3', null, t('why.heading')), h('span', { class: 'muted' }, t('why.what'))),
    answer,
  );
  let asking = new AbortController();
  signal?.addEventListener('abort', () => asking.abort());

  async function ask(rule) {
    asking.abort();
    asking = new AbortController();
    const mine = asking.signal;
    replace(answer, stateBox('loading', t('why.loading')));
    try {
      const query = new URLSearchParams({ article, ...(rule && { rule }) });
      const trail = await context.api.get(`/api/why?${query}`, { signal: mine });
      if (!mine.aborted) show(trail, rule, mine);
    } catch (failure) {
      if (failure.name !== 'AbortError') {
        replace(
          answer,
          stateBox(failure.status === 0 ? 'offline' : 'error', failure.message, {
            label: t('detail.again'),
            run: () => ask(rule),
          }),
          rule && action(t('why.withoutRule'), () => ask(''), { class: 'plain' }),
        );
      }
    }
  }

  function show(trail, rule, mine) {
    replace(
      answer,
      h('p', { class: 'in-short' }, h('span', { class: 'muted' }, t('why.inShort')), ' ', inShort(trail.inShort)),
      rule && askedRule(trail, rule, point, () => ask('')),
      steps(trail, { signal: mine, point, ask, asked: rule }),
      questionForm(context, ask, rule),
    );
  }

  element.open = open;
  return element;
}

/** What the server says in few words, which are few, in the language of the page. */
function inShort(text) {
  const key = `why.short.${text}`;
  return t(key) === key ? english('strong', { dir: 'auto' }, text) : h('strong', null, t(key));
}

function askedRule(trail, rule, point, back) {
  const found = trail.rules?.explained?.find(one => one.rule === rule);
  return h(
    'section',
    { class: 'asked', 'aria-label': t('why.ofRule', rule) },
    h(
      'p',
      { class: 'asked-head' },
      h('strong', null, t('why.ofRule', rule)),
      h('span', { class: 'push' }),
      action(t('why.withoutRule'), back, { class: 'plain' }),
    ),
    found
      ? explanation(found, { open: true, point })
      : h('p', { class: 'problem' }, (trail.rules?.remarks ?? []).join(' ') || t('why.noSuchRule', rule)),
  );
}

function questionForm({ api }, ask, asked) {
  const choices = h('datalist', { id: 'why-rules' });
  const field = h('input', {
    name: 'rule',
    required: true,
    list: 'why-rules',
    autocomplete: 'off',
    dir: 'ltr',
    value: asked ?? '',
    id: 'why-rule',
  });
  const note = h('p', { class: 'muted', 'aria-live': 'polite' });

  async function suggest() {
    try {
      const { rules } = await (rulesAsked ??= api.get('/api/rules'));
      const typed = field.value.trim().toLowerCase();
      const fitting = rules.filter(rule => `${rule.id} ${rule.title ?? ''}`.toLowerCase().includes(typed));
      replace(
        choices,
        fitting.slice(0, MOST_CHOICES).map(rule => h('option', { value: rule.id }, rule.title ?? rule.id)),
      );
      note.textContent = fitting.length > MOST_CHOICES ? t('why.moreRules', fitting.length) : '';
    } catch (failure) {
      rulesAsked = undefined; // the next one who writes asks again
      note.textContent = t('why.noRules', failure.message);
    }
  }

  field.addEventListener('focus', suggest);
  field.addEventListener('input', suggest);
  return h(
    'form',
    {
      class: 'ask-rule',
      onsubmit: event => {
        event.preventDefault();
        if (field.value.trim()) ask(field.value.trim());
      },
    },
    h('label', { for: 'why-rule' }, t('why.askRule')),
    h('span', { class: 'inline' }, field, choices, h('button', { type: 'submit' }, t('why.ask'))),
    note,
  );
}
