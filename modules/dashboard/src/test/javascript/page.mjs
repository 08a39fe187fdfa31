/** What a browser has and Node has not, as little of it as the modules under test ask for; and alerts to test with. */
import { register } from 'node:module';

// The page has no package.json that would tell Node that its files are modules: browsers take that from the script element.
register(
  `data:text/javascript,${encodeURIComponent(`
  export async function load(url, context, next) {
    return next(url, url.includes('/dashboard/page/') ? { ...context, format: 'module' } : context);
  }`)}`,
);

Object.defineProperty(globalThis, 'navigator', { value: { language: 'en-GB' }, configurable: true });
globalThis.document = { hidden: false, addEventListener() {} };
globalThis.requestAnimationFrame = run => setTimeout(run, 0);
const everyWhile = globalThis.setInterval;
globalThis.setInterval = (run, millis) => everyWhile(run, millis).unref();

const page = new URL('../../main/resources/io/wirewatch/dashboard/page/', import.meta.url);

/** A module of the page. */
export function load(name) {
  return import(new URL(name, page));
}

let made = 0;

/** An alert of its own incident, an hour after the one before; with parts of it as given. */
export function anAlert(parts = {}) {
  const hour = String(made % 24).padStart(2, '0');
  const day = String(1 + Math.floor(made / 24)).padStart(2, '0');
  made++;
  const time = `2026-01-${day}T${hour}:00:00.000Z`;
  return {
    id: `alert-${made}`,
    status: 'NEW',
    rule: 'dam-break',
    severity: 'HIGH',
    article: `article-${made}`,
    revision: 1,
    headline: 'The dam upstream has burst',
    source: 'River News',
    language: 'en',
    eventTime: time,
    arrivedAt: time,
    regions: [{ code: 'IQ-NI', level: 'ADMIN1', name: 'Nineveh', country: 'IQ' }],
    matches: [],
    ...parts,
  };
}

/** An entry of the desk. */
export function anEntry(kind, incident, parts = {}) {
  return {
    id: `${kind.toLowerCase()}/${incident}`,
    kind,
    incident,
    by: 'somebody',
    at: '2026-01-01T00:00:00.000Z',
    text: '',
    ...parts,
  };
}

/** A silence that holds for an hour from now. */
export function aSilence(matchers, parts = {}) {
  const silence = {
    matchers,
    start: new Date(Date.now() - 1000).toISOString(),
    end: new Date(Date.now() + 3_600_000).toISOString(),
    told: false,
    ...parts,
  };
  return { id: `silence/${matchers.join()}`, kind: 'SILENCE', by: 'somebody', at: silence.start, text: 'a drill', silence };
}
