/*
 * Silences as `deliver` understands them, so that the page says at once what is hidden. The server decides about messages; this
 * only says it. Where a regular expression is one that this browser might take long over, it is left alone and hides nothing here.
 */
const FORM = /^\s*([A-Za-z_]\w*)\s*(=~|!=|!~|=)\s*([^]*?)\s*$/;
const COSTLY = /\([^]*[*+{|?][^]*\)[*+{]|\{\d{3,}/;
const LONGEST_LOOKED_AT = 500;

const LABELS = {
  rule: alert => [alert.rule],
  severity: alert => [alert.severity.toLowerCase()],
  region: alert => orEmpty((alert.regions ?? []).map(region => region.code)),
  source: alert => [alert.source],
  language: alert => [alert.language],
  route: alert => orEmpty(alert.routes ?? []),
};

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
  const [, label, operator, written] = FORM.exec(text) ?? [];
  if (!label || !Object.hasOwn(LABELS, label)) return null;
  const value = unquoted(written);
  const test = operator.endsWith('~') ? expression(value) : candidate => candidate === value.slice(0, LONGEST_LOOKED_AT);
  if (!test) return null;
  const negated = operator.startsWith('!');
  return alert => negated !== LABELS[label](alert).some(candidate => test(candidate.slice(0, LONGEST_LOOKED_AT)));
}

function expression(value) {
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

function unquoted(written) {
  if (!written.startsWith('"')) return written;
  return written.slice(1, -1).replace(/\\(["\\n])/g, (whole, letter) => (letter === 'n' ? '\n' : letter));
}

function orEmpty(values) {
  return values.length === 0 ? [''] : values;
}
