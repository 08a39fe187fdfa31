import { known } from './detail/known.js';
import { languageName } from './detail/parts.js';
import { h, replace } from './dom.js';
import { t } from './words.js';

const TYPING_MILLIS = 350;
const MOST_CHOICES = 300;
const LANGUAGES = ['en', 'ar', 'ckb', 'kmr', 'other'];
const FIELDS = ['text', 'language', 'source', 'region', 'alerted'];

/** Of the parameters of an address those that filter articles, as far as they say something. */
export function only(query) {
  const kept = new URLSearchParams();
  for (const field of FIELDS) if (query.get(field)) kept.set(field, query.get(field));
  return kept;
}

/**
 * The fields that say which articles are wanted.
 *
 * @param {function()} changed is told of every change
 * @returns {{element: HTMLElement, query: function(): URLSearchParams, set: function(URLSearchParams)}}
 */
export function articleFilter(store, changed) {
  let timer = 0;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(changed, TYPING_MILLIS);
  };
  const text = h('input', {
    type: 'search',
    name: 'text',
    placeholder: t('articles.search'),
    'aria-label': t('articles.search'),
    autocomplete: 'off',
    oninput: later,
  });
  const language = h(
    'select',
    { name: 'language', onchange: changed },
    h('option', { value: '' }, t('articles.any')),
    LANGUAGES.map(code => h('option', { value: code }, languageName(code))),
  );
  const source = choice(store, 'source', changed);
  const region = choice(store, 'region', changed);
  const alerted = ['', 'yes', 'no'].map(value =>
    h(
      'label',
      { class: 'choice' },
      h('input', { type: 'radio', name: 'alerted', value, checked: value === '', onchange: changed }),
      h('span', null, t(`articles.alerted.${value || 'all'}`)),
    ),
  );
  const element = h(
    'form',
    {
      class: 'articles-filter',
      role: 'search',
      'aria-label': t('articles.filter'),
      onsubmit: event => {
        event.preventDefault();
        changed();
      },
    },
    text,
    labelled(t('articles.language'), language),
    labelled(t('articles.source'), source.field, source.choices),
    labelled(t('articles.region'), region.field, region.choices),
    h('fieldset', { class: 'choices' }, h('legend', { class: 'unseen' }, t('articles.alerted')), alerted),
  );
  const radios = () => [...element.querySelectorAll('input[name="alerted"]')];

  function query() {
    return only(
      new URLSearchParams({
        text: text.value.trim(),
        language: language.value,
        source: source.value(),
        region: region.value(),
        alerted: radios().find(radio => radio.checked)?.value ?? '',
      }),
    );
  }

  function set(from) {
    if (document.activeElement !== text) text.value = from.get('text') ?? '';
    language.value = LANGUAGES.includes(from.get('language')) ? from.get('language') : '';
    source.set(from.get('source') ?? '');
    region.set(from.get('region') ?? '');
    for (const radio of radios()) radio.checked = radio.value === (from.get('alerted') ?? '');
  }

  return { element, query, set };
}

function labelled(label, ...field) {
  return h('label', { class: 'field' }, h('span', null, label), ...field);
}

/** A field for a value that the page knows, or another; people may write a name where the value is a code. */
function choice(store, label, changed) {
  const id = `articles-${label}`;
  const choices = h('datalist', { id });
  const field = h('input', {
    name: label,
    list: id,
    autocomplete: 'off',
    placeholder: t('articles.any'),
    onchange: changed,
    onfocus: () =>
      replace(
        choices,
        known(store)
          [label].slice(0, MOST_CHOICES)
          .map(one => h('option', { value: one.value, label: one.name === one.value ? null : one.name })),
      ),
  });
  const value = () => {
    const typed = field.value.trim();
    return (
      known(store)[label].find(one => one.value === typed || one.name.toLowerCase() === typed.toLowerCase())?.value ?? typed
    );
  };
  return {
    field,
    choices,
    value,
    set: to => {
      if (document.activeElement !== field) field.value = to;
    },
  };
}
