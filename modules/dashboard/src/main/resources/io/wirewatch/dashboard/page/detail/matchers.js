/*
 * What a silence fits: matchers as Alertmanager writes them, label="value", with != or =~ or !~ in place of =.
 * The server decides whether a text is one; here they are made of choices, and said in words.
 */

/** What can be chosen in a dialog; there is also `route`, for those who write matchers themselves. */
export const LABELS = Object.freeze(['rule', 'region', 'source', 'severity', 'language']);

const FORM = /^\s*([A-Za-z_]\w*)\s*(=~|!=|!~|=)\s*(.*?)\s*$/s;
const QUOTED = /^"((?:[^"\\]|\\.)*)"$/s;
const PLAIN_ALTERNATIVES = /^(?:[^\\.+*?()|[\]{}^$]|\\[^\w\s])+(?:\|(?:[^\\.+*?()|[\]{}^$]|\\[^\w\s])+)*$/;

/**
 * The matcher of one label for the values that were chosen.
 *
 * @param {string} label
 * @param {string[]} values at least one
 */
export function matcherOf(label, values) {
  return values.length === 1
    ? `${label}="${quoted(values[0])}"`
    : `${label}=~"${quoted(values.map(escaped).join('|'))}"`;
}

/**
 * What a matcher says.
 *
 * @param {string} text
 * @returns {{label: string, negated: boolean, values: string[], pattern: boolean} | null} `values` are the alternatives where
 *     they are plain words, else the regular expression alone with `pattern` true; null for what is no matcher
 */
export function read(text) {
  const form = FORM.exec(text);
  if (!form) return null;
  const [, label, operator, written] = form;
  const inQuotes = QUOTED.exec(written);
  if (!inQuotes && !/^[^"{},\s=~][^"{},\s]*$/.test(written)) return null;
  const value = inQuotes ? unquoted(inQuotes[1]) : written;
  const negated = operator.startsWith('!');
  if (!operator.endsWith('~')) return { label, negated, values: [value], pattern: false };
  return PLAIN_ALTERNATIVES.test(value)
    ? { label, negated, values: value.match(/(?:\\.|[^|\\])+/g).map(unescaped), pattern: false }
    : { label, negated, values: [value], pattern: true };
}

/** The lines of a field in which somebody writes matchers: one a line, blank ones left out. */
export function lines(text) {
  return text.split('\n').map((line) => line.trim()).filter(Boolean);
}

const quoted = (value) => value.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n');
const unquoted = (value) => value.replace(/\\([\\"n])/g, (_, next) => (next === 'n' ? '\n' : next));
const escaped = (value) => value.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&');
const unescaped = (value) => value.replace(/\\(.)/g, '$1');
