import { regionName, regions } from '../regions.js';

const STALE_MILLIS = 5000;
const kept = new WeakMap();

/**
 * What the alerts at hand have of each label, the most frequent first: the choices of a silence and of a filter.
 *
 * @param {object} store
 * @returns {{rule: Choice[], region: Choice[], source: Choice[], severity: Choice[], language: Choice[]}} at most some seconds old
 * @typedef {{value: string, name: string, count: number}} Choice
 */
export function known(store) {
  const before = kept.get(store);
  const isFresh = before && performance.now() - before.at < STALE_MILLIS && (before.size > 0 || store.alerts.size === 0);
  if (isFresh) return before.choices;
  regions.learn(store.alerts.values());
  const choices = counted(store.alerts.values());
  kept.set(store, { at: performance.now(), size: store.alerts.size, choices });
  return choices;
}

function counted(alerts) {
  const counts = { rule: new Map(), region: new Map(), source: new Map(), severity: new Map(), language: new Map() };
  for (const alert of alerts) {
    count(counts.rule, alert.rule, alert.rule);
    count(counts.source, alert.source, alert.source);
    count(counts.severity, alert.severity.toLowerCase(), alert.severity);
    count(counts.language, alert.language, alert.language);
    for (const region of alert.regions ?? []) count(counts.region, region.code, regionName(region));
  }
  return Object.fromEntries(
    Object.entries(counts).map(([label, values]) => [
      label,
      [...values.values()].sort((one, other) => other.count - one.count),
    ]),
  );
}

function count(values, value, name) {
  const choice = values.get(value);
  if (choice) choice.count++;
  else values.set(value, { value, name, count: 1 });
}
