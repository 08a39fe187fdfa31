/*
 * What the reader wants to see: which alerts pass, how many would with one more choice, and how it is written in the address.
 * Values of one facet are alternatives, facets are conditions; a value that begins with "!" keeps alerts out.
 */

/** The facets that take several values, in the order in which they are shown. */
export const FACETS = Object.freeze(['severity', 'rule', 'region', 'source', 'language']);

/** Those of them of which an alert has one value. */
export const SINGLE = Object.freeze(FACETS.filter(facet => facet !== 'region'));

/** Severities, the gravest first. */
export const SEVERITIES = Object.freeze(['CRITICAL', 'HIGH', 'MEDIUM', 'LOW']);

/** Their ranks, from 0. */
export const RANKS = Object.freeze(Object.fromEntries(SEVERITIES.map((severity, rank) => [severity, rank])));

/** What an incident can be to the desk. */
export const STATES = Object.freeze(['open', 'acknowledged', 'silenced']);

/** Windows that end now, with their lengths in milliseconds. */
export const WINDOWS = Object.freeze({
  '1h': 3600e3,
  '6h': 6 * 3600e3,
  '24h': 24 * 3600e3,
  '3d': 3 * 86400e3,
  '7d': 7 * 86400e3,
});

/** The filter that lets everything pass. */
export const ALL = frozen({});

/** A filter of these parts; what is left out lets everything pass. */
export function frozen(parts) {
  const filter = {
    text: parts.text ?? '',
    from: parts.from ?? '',
    to: parts.to ?? '',
    last: Object.hasOwn(WINDOWS, parts.last ?? '') ? parts.last : '',
    state: STATES.includes(parts.state) ? parts.state : '',
  };
  for (const facet of FACETS) filter[facet] = Object.freeze([...new Set(parts[facet] ?? [])]);
  return Object.freeze(filter);
}

/** Whether it lets everything pass. */
export function isAll(filter) {
  return (
    FACETS.every(facet => filter[facet].length === 0) &&
    !filter.text &&
    !filter.from &&
    !filter.to &&
    !filter.last &&
    !filter.state
  );
}

/** Reads it from the part of an address after the question mark. */
export function read(query) {
  const parts = {
    text: query.get('text'),
    from: moment(query.get('from')),
    to: moment(query.get('to')),
    last: query.get('last'),
    state: query.get('state'),
  };
  for (const facet of FACETS) parts[facet] = query.getAll(facet).filter(Boolean);
  return frozen(parts);
}

/** Writes it as parameters of an address. */
export function write(filter, query = new URLSearchParams()) {
  for (const facet of FACETS) for (const value of filter[facet]) query.append(facet, value);
  for (const key of ['state', 'last', 'from', 'to', 'text']) if (filter[key]) query.set(key, filter[key]);
  return query;
}

/** What an alert has of a facet: its values, for a region those of its country too. Unique. */
export function valuesOf(alert, facet) {
  return facet === 'region' ? lookUp(alert).regions : [alert[facet]];
}

/**
 * The test of a filter.
 *
 * @param {Object} filter
 * @param {function(Object): string} stateOf an alert's state
 * @returns {function(Object): number} of an alert: 0 where it passes, else the conditions that it fails as bits: that of
 *     `FACETS[i]` is `1 << i`, then the state, and then the text and the times
 */
export function failing(filter, stateOf) {
  const facets = FACETS.map((facet, index) => ({ facet, bit: 1 << index, ...sides(filter[facet]) })).filter(part => part.some);
  const words = folded(filter.text).split(/\s+/).filter(Boolean);
  const from = since(filter);
  const to = filter.to ? new Date(filter.to).toISOString() : '\uffff';
  if (isAll(filter)) return () => 0;
  return alert => {
    let failed = 0;
    for (const part of facets) if (!fits(valuesOf(alert, part.facet), part)) failed |= part.bit;
    if (filter.state && stateOf(alert) !== filter.state) failed |= STATE_BIT;
    if (alert.eventTime < from || alert.eventTime > to) failed |= OTHER_BIT;
    else if (words.length > 0 && !words.every(word => lookUp(alert).text.includes(word))) failed |= OTHER_BIT;
    return failed;
  };
}

/** The bit of a facet. */
export function bitOf(facet) {
  return 1 << FACETS.indexOf(facet);
}

/** The bit of the state. */
export const STATE_BIT = 1 << FACETS.length;
const OTHER_BIT = STATE_BIT << 1;

/** When the time that a filter looks at begins, ISO 8601; empty where it has no beginning. */
export function since(filter) {
  if (filter.last) return new Date(Date.now() - WINDOWS[filter.last]).toISOString();
  return filter.from ? new Date(filter.from).toISOString() : '';
}

/** The words that are looked for, to highlight them: {start, end} of each in a text. */
export function found(text, filter) {
  const words = folded(filter.text).split(/\s+/).filter(Boolean);
  const folding = folded(text);
  if (words.length === 0 || folding.length !== text.length) return [];
  return words.flatMap(word => {
    const places = [];
    for (let at = folding.indexOf(word); at >= 0; at = folding.indexOf(word, at + word.length))
      places.push({ start: at, end: at + word.length });
    return places;
  });
}

function sides(values) {
  const wanted = values.filter(value => !value.startsWith('!'));
  const unwanted = values.filter(value => value.startsWith('!')).map(value => value.slice(1));
  return { wanted, unwanted, some: values.length > 0 };
}

function fits(values, { wanted, unwanted }) {
  return (
    (wanted.length === 0 || values.some(value => wanted.includes(value))) && !values.some(value => unwanted.includes(value))
  );
}

/* What is asked of each alert again and again is made once, and goes with the alert. */
const lookedUp = new WeakMap();

function lookUp(alert) {
  let made = lookedUp.get(alert);
  if (!made) {
    const regions = new Set();
    for (const region of alert.regions ?? []) regions.add(region.code).add(region.country);
    regions.delete(undefined);
    const names = (alert.regions ?? []).map(region => region.name).join(' ');
    const words = (alert.matches ?? []).map(match => match.text).join(' ');
    const text = folded(
      `${alert.headline} ${alert.excerpt?.text ?? ''} ${words} ${alert.rule} ${alert.source} ${names} ${alert.url ?? ''}`,
    );
    made = { regions: [...regions], text };
    lookedUp.set(alert, made);
  }
  return made;
}

/* Letters that writers of Arabic and Kurdish use for one another count as the same; each stays one letter, so offsets hold. */
const LIKE = { أ: 'ا', إ: 'ا', آ: 'ا', ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه', ێ: 'ي', ۆ: 'و', î: 'i', ê: 'e', û: 'u', ş: 's', ç: 'c' };

function folded(text) {
  return text.toLowerCase().replace(/[أإآىیکةێۆîêûşç]/g, letter => LIKE[letter]);
}

function moment(text) {
  return text && !Number.isNaN(Date.parse(text)) ? text : '';
}
