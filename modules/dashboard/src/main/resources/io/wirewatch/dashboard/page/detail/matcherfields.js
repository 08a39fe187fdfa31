import { h, replace } from '../dom.js';
import { t } from '../words.js';
import { icon } from '../icons.js';
import { known } from './known.js';
import { LABELS, lines, matcherOf, read } from '../matchers.js';
import { valueName } from './silencewords.js';

const MOST_CHOICES = 300;

/**
 * The fields that say what a silence fits: values of each label from what the page knows or as they are written, and matchers of
 * one's own. Values of one label are alternatives, labels are conditions.
 *
 * @param {object} store
 * @param {{chosen: Object<string, string[]>, written: string[]}} first what stands there at the beginning
 * @param {() => void} changed is told of every change
 * @returns {{element: HTMLElement, matchers: () => string[], say: (problem: string) => void, focus: () => void}}
 */
export function matcherFields(store, first, changed) {
  const choosers = LABELS.map(label => chooser(store, label, first.chosen[label] ?? [], told));
  const problem = h('p', { class: 'problem', id: 'silence-matchers-problem', role: 'alert' });
  const written = h('textarea', {
    name: 'matchers',
    rows: 2,
    spellcheck: 'false',
    dir: 'ltr',
    value: first.written.join('\n'),
    placeholder: 'source!="Hill Radio"',
    oninput: told,
    'aria-label': t('silence.written'),
    'aria-describedby': 'silence-written-what silence-matchers-problem',
  });
  const own = h(
    'details',
    { class: 'own', open: first.written.length > 0 },
    h('summary', null, t('silence.written')),
    written,
    h('p', { class: 'muted', id: 'silence-written-what' }, t('silence.writtenWhat')),
  );
  const element = h(
    'fieldset',
    { 'aria-describedby': 'silence-matchers-problem' },
    h('legend', null, t('silence.what')),
    h('p', { class: 'muted' }, t('silence.whatWhat')),
    choosers.map(one => one.element),
    own,
    problem,
  );

  function told() {
    say('');
    changed();
  }

  function matchers() {
    return [...choosers.flatMap(one => one.matcher()), ...lines(written.value)];
  }

  function say(text) {
    problem.textContent = text;
    const isOwn = Boolean(text) && lines(written.value).length > 0;
    written.setAttribute('aria-invalid', String(isOwn));
    if (isOwn) own.open = true;
  }

  return { element, matchers, say, focus: () => choosers[0].focus() };
}

/** What an alert has of the labels that a silence of it begins with: narrow, since it is easy to widen. */
export function chosenOf(alert) {
  if (!alert) return {};
  const regions = alert.regions ?? [];
  const region = regions.find(one => one.level === 'ADMIN1') ?? regions[0];
  return { rule: [alert.rule], region: region ? [region.code] : [], source: [alert.source] };
}

/** Parts matchers into values that can be chosen, and those that have to stay as they are written. */
export function partedOf(matchers) {
  const chosen = {};
  const written = [];
  for (const text of matchers) {
    const matcher = read(text);
    if (matcher && !matcher.negated && !matcher.pattern && LABELS.includes(matcher.label) && !chosen[matcher.label])
      chosen[matcher.label] = matcher.values;
    else written.push(text);
  }
  return { chosen, written };
}

function chooser(store, label, first, changed) {
  const values = [...first];
  const id = `silence-${label}`;
  const chips = h('ul', { class: 'chips' });
  const choices = h('datalist', { id: `${id}-choices` });
  const field = h('input', {
    id,
    name: label,
    list: `${id}-choices`,
    autocomplete: 'off',
    placeholder: t('silence.any'),
    onfocus: suggest,
    onchange: take,
    onkeydown: key => {
      if (key.key === 'Enter' && field.value.trim()) {
        key.preventDefault();
        take();
      } else if (key.key === 'Backspace' && !field.value && values.length > 0) {
        drop(values.at(-1));
      }
    },
  });
  const element = h(
    'div',
    { class: 'chooser' },
    h('label', { for: id }, t(`silence.label.${label}`)),
    h('div', { class: 'chosen' }, chips, field, choices),
  );
  const name = value => valueName(label, value);

  function suggest() {
    const offered =
      label === 'severity'
        ? ['critical', 'high', 'medium', 'low']
        : label === 'language'
          ? ['en', 'ar', 'ckb', 'kmr', 'other']
          : known(store)[label].map(one => one.value);
    replace(
      choices,
      offered
        .filter(value => !values.includes(value))
        .slice(0, MOST_CHOICES)
        .map(value => h('option', { value, label: name(value) })),
    );
  }

  /* People write names; matchers have the values that they stand for. */
  function take() {
    const typed = field.value.trim();
    if (!typed) return;
    const all =
      label === 'severity' || label === 'language'
        ? [...choices.options].map(option => ({ value: option.value, name: option.label }))
        : known(store)[label];
    const value =
      all.find(one => one.value === typed || one.name.toLowerCase() === typed.toLowerCase())?.value ??
      (label === 'severity' ? typed.toLowerCase() : typed);
    field.value = '';
    if (!values.includes(value)) values.push(value);
    draw();
    changed();
  }

  function drop(value) {
    values.splice(values.indexOf(value), 1);
    draw();
    changed();
    field.focus();
  }

  function draw() {
    replace(
      chips,
      values.map(value =>
        h(
          'li',
          null,
          h(
            'button',
            { type: 'button', class: 'chip', 'aria-label': t('silence.drop', name(value)), onclick: () => drop(value) },
            h('bdi', null, name(value)),
            icon('close'),
          ),
        ),
      ),
    );
    field.placeholder = values.length > 0 ? t('silence.orAnother') : t('silence.any');
    suggest();
  }

  draw();
  return { element, matcher: () => (values.length > 0 ? [matcherOf(label, values)] : []), focus: () => field.focus() };
}
