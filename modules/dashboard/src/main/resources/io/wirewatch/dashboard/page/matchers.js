/*
 * What a silence fits: matchers as Alertmanager writes them, label="value", with != or =~ or !~ in place of =. The server decides
 * whether a text is one, and about messages; here they are made of choices, said in words, and asked of alerts, so that the page says
 * at once what is hidden. Where a regular expression is one that this browser might take long over, it is left alone and hides
 * nothing here.
 */

/** What can be chosen in a dialog; there is also `route`, for those who write matchers themselves. */
export const LABELS = Object.freeze(['rule', 'region', 'source', 'severity', 'language']);

const FORM = /^\s*([A-Za-z_]\w*)\s*(=~|!=|!~|=)\s*([^]*?)\s*$/;
const QUOTED = /^"((?:[^"\\]|\\[^])*)"$/;
const BARE = /^[^"{},\s=~][^"{},\s]*$/;
const PLAIN_ALTERNATIVES = /^(?:[^\\.+*?()|[\]{}^$]|\\[^\w\s])+(?:\|(?:[^\\.+*?()|[\]{}^$]|\\[^\w\s])+)*$/;
const COSTLY = /\([^]*[*+{|?][^]*\)[*+{]|\{\d{3,}/;
const LONGEST_LOOKED_AT = 500;

const VALUES = {
  rule: alert => [alert.rule],
  severity: alert => [alert.severity.toLowerCase()],
  region: alert => orEmpty((alert.regions ?? []).map(region => region.code)),
  source: alert => [alert.source],
  language: alert => [alert.language],
  route: alert => orEmpty(alert.routes ?? []),
};

/**
 * The matcher of one label for the values that were chosen.
 *
 * @param {string} label
 * @param {string[]} values at least one
 */
export function matcherOf(label, values) {
  return values.length === 1 ? `${label}="${quoted(values[0])}"` : `${label}=~"${quoted(values.map(escaped).join('|'))}"`;
}

/**
 * What a matcher says.
 *
 * @param {string} text
 * @returns {?{label: string, negated: boolean, values: string[], pattern: boolean}} `values` are the alternatives where they are plain
 *     words, else the regular expression alone with `pattern` true; null for what is no matcher
 */
export function read(text) {
  const parts = parted(text);
  if (!parts) return null;
  const { label, negated, expression, value } = parts;
  if (!expression) return { label, negated, values: [value], pattern: false };
  return PLAIN_ALTERNATIVES.test(value)
    ? { label, negated, values: value.match(/(?:\\.|[^|\\])+/g).map(unescaped), pattern: false }
    : { label, negated, values: [value], pattern: true };
}

/** The lines of a field in which somebody writes matchers: one a line, blank ones left out. */
export function lines(text) {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);
}

/**
 * The test of a silence: whether all of its matchers fit an alert.
 *
 * @param {string[]} matchers as `rule="border"`, `region=~"IQ-.*"`
 * @returns {function(Object): boolean} one that fits nothing where a matcher cannot be read
 */
export function silenceTest(matchers) {
  const tests = matchers.map(matcherTest);
  if (tests.length === 0 || tests.includes(null)) return () => false;
  return alert => tests.every(test => test(alert));
}

function matcherTest(text) {
  const parts = parted(text);
  if (!parts || !Object.hasOwn(VALUES, parts.label)) return null;
  const { label, negated, expression, value } = parts;
  const wanted = value.slice(0, LONGEST_LOOKED_AT);
  const test = expression ? patternTest(value) : candidate => candidate === wanted;
  if (!test) return null;
  return alert => negated !== VALUES[label](alert).some(candidate => test(candidate.slice(0, LONGEST_LOOKED_AT)));
}

function patternTest(value) {
  if (COSTLY.test(value)) return null;
  const [, flags = '', rest] = /^(?:\(\?([is]+)\))?([^]*)$/.exec(value);
  try {
    const pattern = new RegExp(`^(?:${rest})$`, `${flags}u`);
    const known = new Map(); // rules, regions and sources are few, alerts are many
    return candidate => {
      if (!known.has(candidate)) known.set(candidate, pattern.test(candidate));
      return known.get(candidate);
    };
  } catch {
    return null; // RE2 has forms that this browser lacks: such a silence is listed, and marks no row
  }
}

function parted(text) {
  const [, label, operator, written] = FORM.exec(text) ?? [];
  if (!label) return null;
  const inQuotes = QUOTED.exec(written);
  if (!inQuotes && !BARE.test(written)) return null;
  const value = inQuotes ? unquoted(inQuotes[1]) : written;
  return { label, negated: operator.startsWith('!'), expression: operator.endsWith('~'), value };
}

function orEmpty(values) {
  return values.length === 0 ? [''] : values;
}

const quoted = value => value.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n');
const unquoted = value => value.replace(/\\([\\"n])/g, (_, next) => (next === 'n' ? '\n' : next));
const escaped = value => value.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&');
const unescaped = value => value.replace(/\\(.)/g, '$1');
