import { h } from '../dom.js';
import { t } from '../words.js';
import { format, relativeTime } from '../format.js';
import { gradually } from '../gradually.js';
import { explanation, nearest } from '../clauses.js';
import { engine } from '../sayings.js';
import { english, languageName, placeOf, severityBadge } from './parts.js';
import { matcherList } from './silencewords.js';

const FIRST_SHOWN = 20;
const MOST_OPEN = 3;
const MOST_REGIONS = 6;

/* The steps in the order of an article's way; `missing` is what the server calls a step at which nothing was found. */
const STEPS = [
  { name: 'read', missing: 'read', records: trail => lines(trail.read, reading, copies(trail.read)) },
  { name: 'setAside', records: trail => lines(trail.setAside, refusal), fails: true },
  { name: 'enriched', missing: 'enriched', records: trail => lines(trail.enriched, enrichment) },
  { name: 'rules', missing: 'asked', special: rules },
  { name: 'alerts', missing: 'alerted', records: trail => lines(trail.alerts, alerted) },
  { name: 'incidents', missing: 'grouped', records: trail => lines(trail.incidents, grouped) },
  { name: 'told', missing: 'delivered', records: trail => lines(trail.told, told) },
  { name: 'waiting', records: trail => lines(trail.waiting, waiting) },
  { name: 'failed', records: trail => lines(trail.failed, failed), fails: true },
  { name: 'desk', records: trail => lines(trail.desk, decided) },
];

/**
 * The steps of an article's way as a list: what was found at each, with its place, and what is missing.
 *
 * @param {object} trail the answer of `/api/why`
 * @param {{signal: AbortSignal, point?: Function, ask: (rule: string) => void, asked: string}} how
 * @returns {HTMLElement}
 */
export function steps(trail, how) {
  const missing = (trail.missing ?? []).slice();
  const list = h('ol', { class: 'steps' });
  for (const step of STEPS) {
    const gaps = take(missing, gap => gap.step === step.missing);
    const contents = step.special ? step.special(trail, how) : step.records(trail);
    if (contents.length === 0 && gaps.length === 0) continue;
    list.append(stepOf(step, contents, gaps, how.signal));
  }
  if (missing.length > 0) list.append(stepOf({ name: 'missing' }, [], missing, how.signal));
  return list;
}

function take(list, test) {
  const taken = list.filter(test);
  taken.forEach(one => list.splice(list.indexOf(one), 1));
  return taken;
}

function stepOf({ name, fails, special }, contents, gaps, signal) {
  const state = contents.length === 0 ? 'gap' : fails ? 'bad' : name === 'waiting' ? 'wait' : 'good';
  return h(
    'li',
    { class: ['step', `step-${state}`] },
    h(
      'h4',
      null,
      h('span', { class: 'step-sign', 'aria-hidden': 'true' }, { good: '✓', bad: '✗', wait: '…', gap: '–' }[state]),
      t(`why.step.${name}`),
      !special && contents.length > 1 && [' ', h('span', { class: 'count' }, format.number(contents.length))],
    ),
    special ? contents : contents.length > 0 && growing(contents, signal),
    gaps.map(gap => english('p', { class: 'gap', dir: 'auto' }, gap.saying)),
  );
}

/* The first, and the others when they are asked for: an article can have been told of hundreds of times. */
function growing(contents, signal) {
  const list = h('ul', { class: 'records' });
  const add = some => gradually(list, some, make => make(), signal);
  add(contents.slice(0, FIRST_SHOWN));
  const rest = contents.slice(FIRST_SHOWN);
  return rest.length === 0
    ? list
    : [
        list,
        h(
          'button',
          {
            type: 'button',
            class: 'plain more',
            onclick: click => {
              click.currentTarget.remove();
              add(rest);
            },
          },
          t('why.moreRecords', rest.length),
        ),
      ];
}

/** What makes the line of each record. */
function lines(found, words, copied = new Set()) {
  return (found ?? []).map(
    one => () =>
      h(
        'li',
        { class: 'record' },
        h('p', { class: 'record-line' }, words(one.record, copied.has(one))),
        h('p', { class: 'record-place muted' }, format.time(one.takenAt), ' (', relativeTime(one.takenAt), ') ', placeOf(one)),
      ),
  );
}

/** The readings whose text is that of the one before, which the pipeline drops. */
function copies(readings = []) {
  const text = ({ record }) => `${record.headline}\n${record.body}`.replace(/\s+/g, ' ');
  return new Set(readings.filter((one, index) => index > 0 && text(one) === text(readings[index - 1])));
}

function reading(article, isCopy) {
  if (isCopy) return [t('why.readBy'), ' ', h('bdi', { class: 'code' }, article.feed), ' · ', t('why.copy')];
  return [
    t('why.readFrom'),
    ' ',
    h('bdi', null, article.source),
    ' ',
    t('why.readBy'),
    ' ',
    h('bdi', { class: 'code' }, article.feed),
    ' · ',
    article.publishedAt ? [t('why.published'), ' ', format.time(article.publishedAt)] : t('detail.noPublished'),
  ];
}

function refusal({ step, reason, origin }) {
  return [
    h('strong', null, english('bdi', null, step)),
    ': ',
    english('bdi', null, reason),
    origin && [' · ', english('bdi', { class: 'muted' }, origin)],
  ];
}

function enrichment({ revision, language, regions = [], entities = [], duplicateOf }) {
  const heaviest = regions
    .slice(0, MOST_REGIONS)
    .map(region => `${region.code} ${region.weight.toFixed(2)}`)
    .join(', ');
  return [
    t('detail.revision', revision),
    ' · ',
    languageName(language),
    heaviest && [' · ', h('bdi', null, heaviest)],
    entities.length > 0 && [' · ', t('why.names', entities.length)],
    duplicateOf && [' · ', t('detail.copyOf'), ' ', h('bdi', { class: 'code' }, duplicateOf)],
  ];
}

function alerted({ rule, status, severity, revision, route }) {
  return [
    severity && severityBadge(severity, true),
    ' ',
    h('bdi', { class: 'rule' }, rule),
    ' · ',
    t(`why.status.${status}`),
    ' · ',
    t('detail.revision', revision),
    route && [' · ', t('why.route'), ' ', h('bdi', null, route)],
  ];
}

function grouped({ id, revision, change, because }) {
  return [
    t(`why.change.${change}`),
    ' ',
    h('bdi', { class: 'code' }, String(id).slice(0, 12)),
    ' · ',
    t('detail.revision', revision),
    ': ',
    english('bdi', null, because),
  ];
}

function told({ target, kind, outcome, attempt, tookMillis, answer, group }) {
  return [
    h('bdi', { class: 'rule' }, target),
    ': ',
    t(`why.kind.${kind}`),
    ' · ',
    h('strong', { class: `outcome-${outcome.toLowerCase()}` }, t(`why.outcome.${outcome}`)),
    attempt > 0 && [' · ', t('why.attempt', attempt, tookMillis)],
    answer && [': ', english('bdi', null, answer)],
    group && h('span', { class: 'muted' }, ' · ', t('why.group'), ' ', h('bdi', null, group)),
  ];
}

function waiting({ target, group, message }) {
  return [
    h('bdi', { class: 'rule' }, target),
    ': ',
    message
      ? [
          t('why.tried', message.attempts),
          ' ',
          format.time(message.nextAttempt),
          message.answer && [' · ', english('bdi', null, message.answer)],
        ]
      : t('why.noMessageYet'),
    h('span', { class: 'muted' }, ' · ', t('why.group'), ' ', h('bdi', null, group)),
  ];
}

function failed({ target, attempts, reason }) {
  return [h('bdi', { class: 'rule' }, target), ': ', t('why.failedAfter', attempts), ' ', english('bdi', null, reason)];
}

function decided({ kind, by, text, silence }) {
  return [
    t(`why.desk.${kind}`),
    ' · ',
    h('bdi', null, by),
    text && [': ', h('bdi', null, text)],
    silence && [' · ', t('detail.silencedUntil'), ' ', format.time(silence.end), matcherList(silence.matchers)],
  ];
}

function rules({ rules: verdict }, { point, ask, asked, signal }) {
  if (!verdict?.ruleSet) return [];
  const explained = (verdict.explained ?? []).filter(one => one.rule !== asked);
  const matching = (verdict.explained ?? []).filter(one => one.matches).length;
  const trees = h('div', { class: 'explanations' });
  gradually(trees, explained, (one, index) => explanation(one, { open: index < MOST_OPEN, point }), signal);
  return [
    h(
      'p',
      null,
      t('why.asked', verdict.asked, verdict.rules, matching),
      ' ',
      h(
        'span',
        { class: 'muted' },
        engine('bdi', null, verdict.origin),
        ' ',
        english('code', null, verdict.ruleSet.slice(0, 16)),
      ),
    ),
    (verdict.remarks ?? []).map(remark => engine('p', { class: 'remark', dir: 'auto' }, remark)),
    trees,
    verdict.nearest?.length > 0 && [
      h('h5', { class: 'nearest-title' }, t('why.nearest')),
      nearest(verdict.nearest, rule => explainButton(rule, ask)),
    ],
  ].filter(Boolean);
}

function explainButton(rule, ask) {
  const label = t('why.explainRule', rule);
  return h('button', { type: 'button', class: 'plain', 'aria-label': label, onclick: () => ask(rule) }, t('why.explain'));
}
