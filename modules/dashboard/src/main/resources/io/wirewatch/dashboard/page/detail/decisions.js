import { t } from '../words.js';

/* What a desk decides. Each is a request whose answer is shown at once; other pages learn of it from the stream. */

/**
 * Why this page cannot decide anything, as a sentence; empty where it can.
 */
export function whyNot(store) {
  if (store.connection === 'offline') return t('detail.notConnected');
  return store.mayWrite() ? '' : t('detail.readerOnly');
}

/** What was decided of an incident, by kind; comments in the order in which they were made. */
export function decidedOf(store, incident) {
  const entries = [...store.desk.values()].filter(entry => entry.incident === incident);
  const newest = kind =>
    entries
      .filter(entry => entry.kind === kind)
      .sort(byTime)
      .at(-1);
  return {
    acknowledged: newest('ACKNOWLEDGEMENT'),
    assigned: newest('ASSIGNMENT'),
    comments: entries.filter(entry => entry.kind === 'COMMENT').sort(byTime),
  };
}

/**
 * Acknowledges an incident; one that is acknowledged stays as it is.
 *
 * @returns {Promise<object>} the entry
 * @throws ApiError
 */
export async function acknowledge(store, api, incident) {
  return decidedOf(store, incident).acknowledged ?? decide(store, api, { kind: 'ACKNOWLEDGEMENT', incident, text: '' });
}

/** Says who sees to an incident. */
export function assign(store, api, incident, to) {
  return decide(store, api, { kind: 'ASSIGNMENT', incident, text: to });
}

/** Says something of an incident. */
export function comment(store, api, incident, text) {
  return decide(store, api, { kind: 'COMMENT', incident, text });
}

/** Silences what all matchers fit until a time. */
export function silence(store, api, matchers, until, why) {
  return decide(store, api, { kind: 'SILENCE', matchers, until, text: why });
}

/** Takes an entry back; a silence ends by it, and stays as one that is over. */
export async function takeBack(store, api, entry) {
  const ended = await api.delete(`/api/desk?id=${encodeURIComponent(entry.id)}`);
  store.putDesk(ended ?? { id: entry.id, gone: true });
  return ended;
}

/** Everybody who decided something or was given something, for those who assign; sorted. */
export function people(store) {
  const names = [...store.desk.values()].flatMap(entry => (entry.kind === 'ASSIGNMENT' ? [entry.by, entry.text] : [entry.by]));
  return [...new Set(names.filter(Boolean))].sort();
}

async function decide(store, api, decision) {
  const entry = await api.post('/api/desk', decision);
  store.putDesk(entry);
  return entry;
}

const byTime = (one, other) => one.at.localeCompare(other.at);
