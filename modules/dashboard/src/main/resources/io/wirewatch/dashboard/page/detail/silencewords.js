import { h } from '../dom.js';
import { t } from '../words.js';
import { regions } from '../regions.js';
import { languageName } from './parts.js';
import { read } from '../matchers.js';

/**
 * A matcher in words: "region is IQ-AN or IQ-NI". What cannot be read is shown as it is written.
 *
 * @param {string} text
 */
export function inWords(text) {
  const matcher = read(text);
  if (!matcher) return text;
  const key = `silence.label.${matcher.label}`;
  const label = t(key) === key ? matcher.label : t(key);
  if (matcher.pattern) return t(matcher.negated ? 'silence.fitsNot' : 'silence.fits', label, matcher.values[0]);
  const values = matcher.values.map(value => valueName(matcher.label, value)).join(t('silence.or'));
  return t(matcher.negated ? 'silence.isNot' : 'silence.is', label, values);
}

/** All matchers of a silence in words; what the file says is their title. */
export function matcherList(matchers) {
  return h(
    'ul',
    { class: 'matchers' },
    matchers.map(text => h('li', { title: text }, h('bdi', null, inWords(text)))),
  );
}

/** A value as people call it. */
export function valueName(label, value) {
  if (value === '') return t('silence.none');
  if (label === 'severity') return t(`severity.${value.toUpperCase()}`);
  if (label === 'language') return languageName(value);
  if (label !== 'region') return value;
  const name = regions.name(value);
  return name === value ? value : `${name} (${value})`;
}
