import { ALL, SEVERITIES, failing } from './criteria.js';

/*
 * Where alerts are. An alert names regions of three levels, and with each the regions that it lies in: with Fallujah also Anbar and
 * Iraq. At one zoom it counts at the finest of the level at hand: a country whose province it names does not count beside it.
 */

/** Levels, from the widest to the finest. */
export const LEVELS = ['COUNTRY', 'ADMIN1', 'PLACE'];

/**
 * The alerts that pass the filter but for parts of it: a map that let only the chosen place pass would hide all the others.
 *
 * @param {Object} store
 * @param {Array<string>} parts of the filter that do not count, such as 'region' or 'from'
 * @returns {Object[]} in no order, not to be changed
 */
export function passingAllBut(store, parts) {
  const { filter } = store;
  if (parts.every(part => filter[part].length === 0)) return store.shown();
  const without = Object.fromEntries(parts.map(part => [part, ALL[part]]));
  const fails = failing({ ...filter, ...without }, alert => store.stateOf(alert));
  return [...store.alerts.values()].filter(alert => fails(alert) === 0);
}

/* Alerts are replaced, never changed, so that what was found for one holds as long as it is held. */
const found = new WeakMap();

/**
 * The regions at which an alert counts.
 *
 * @param {Object} alert
 * @param {'COUNTRY'|'ADMIN1'|'PLACE'} level the finest that may be told apart
 * @returns {Object[]} regions, each code once
 */
export function regionsAt(alert, level) {
  let levels = found.get(alert);
  if (!levels) found.set(alert, (levels = {}));
  return (levels[level] ??= finest(alert.regions ?? [], level));
}

function finest(regions, level) {
  const named = regions.filter(region => Number.isFinite(region.lat) && Number.isFinite(region.lon));
  const countries = named.filter(region => region.level === 'COUNTRY');
  if (level === 'COUNTRY') return once([...countries, ...orphans(named, countries)]);
  const provinces = named.filter(region => region.level === 'ADMIN1');
  const places = named.filter(region => region.level === 'PLACE');
  const finer = level === 'ADMIN1' ? [] : places;
  const held = new Set(finer.map(place => nearest(place, provinces)?.code));
  const left = provinces.filter(province => !held.has(province.code));
  const within = new Set([...provinces, ...finer].map(region => region.country));
  const alone = countries.filter(country => !within.has(country.code));
  return once([...finer, ...left, ...alone, ...orphans(named, [...countries, ...finer, ...left])]);
}

/** Regions of countries that none of the others is in: better at its own point than nowhere. */
function orphans(named, others) {
  const known = new Set(others.map(region => region.country ?? region.code));
  return named.filter(region => !known.has(region.country ?? region.code));
}

/** The province that a place lies in: of those that the alert names in its country the nearest, which is mostly the only one. */
function nearest(place, provinces) {
  const distance = other => (other.lat - place.lat) ** 2 + (other.lon - place.lon) ** 2;
  return provinces.filter(province => province.country === place.country).sort((a, b) => distance(a) - distance(b))[0];
}

function once(regions) {
  return [...new Map(regions.map(region => [region.code, region])).values()];
}

/**
 * A region with the alerts that count there.
 *
 * @typedef {Object} Tally
 * @property {Object} region
 * @property {number} count of alerts
 * @property {Object<string, number>} bySeverity
 * @property {string} severity the highest
 * @property {Object} newest of its alerts
 */

/**
 * Counts alerts by region.
 *
 * @param {Object[]} alerts in any order
 * @param {function(Object): Object[]} regionsOf at which an alert counts
 * @returns {Tally[]} the largest first
 */
export function tallied(alerts, regionsOf) {
  const byCode = new Map();
  for (const alert of alerts) for (const region of regionsOf(alert)) count(byCode, region, alert);
  const tallies = [...byCode.values()];
  for (const tally of tallies) tally.severity = SEVERITIES.find(severity => tally.bySeverity[severity]) ?? 'LOW';
  return tallies.sort((a, b) => b.count - a.count || a.region.code.localeCompare(b.region.code));
}

function count(byCode, region, alert) {
  let tally = byCode.get(region.code);
  if (!tally) byCode.set(region.code, (tally = { region, count: 0, bySeverity: {}, severity: 'LOW', newest: alert }));
  tally.count++;
  if (alert.eventTime > tally.newest.eventTime) tally.newest = alert;
  tally.bySeverity[alert.severity] = (tally.bySeverity[alert.severity] ?? 0) + 1;
}

/**
 * Regions as a tree for reading: each country, under it its provinces and then its places, the largest first.
 *
 * @param {Object[]} alerts in any order
 * @returns {Tally[]}
 */
export function gazetteer(alerts) {
  const all = tallied(alerts, alert => once(alert.regions ?? []));
  const countryOf = tally => tally.region.country ?? tally.region.code;
  const weights = new Map();
  for (const tally of all) weights.set(countryOf(tally), Math.max(weights.get(countryOf(tally)) ?? 0, tally.count));
  const rank = tally => LEVELS.indexOf(tally.region.level);
  return all.sort(
    (a, b) =>
      weights.get(countryOf(b)) - weights.get(countryOf(a)) ||
      countryOf(a).localeCompare(countryOf(b)) ||
      rank(a) - rank(b) ||
      b.count - a.count,
  );
}
