import { found } from './criteria.js';
import { h, marked, replace } from './dom.js';
import { directionOf, format, relativeTime, setRelative, tagOf } from './format.js';
import { icon } from './icons.js';
import { regionName } from './regions.js';
import { t } from './words.js';

const LOOKED_AT = 24;
const FRESH_MILLIS = 6_000;
const CHIPS = { rule: 2, region: 2, source: 1 };

/*
 * One line of the list. It is made once and filled again and again: what scrolls out of sight at one end comes back at the other. Where
 * nothing of an incident has changed, filling touches nothing.
 */
export class Row {
  element;
  #parts;
  #filled = {};
  #top = NaN;

  constructor(slot) {
    const parts = {
      severity: h('span', { class: 'severity' }),
      count: h('span', { class: 'row-count' }),
      languages: h('span', { class: 'row-languages' }),
      pick: h('span', { class: 'row-pick', 'aria-hidden': 'true', title: t('pick.title') }),
      headline: h('p', { class: 'row-headline' }),
      excerpt: h('p', { class: 'row-excerpt' }),
      facts: h('p', { class: 'row-facts' }),
      time: relativeTime('1970-01-01T00:00:00.000Z'),
      marks: h('p', { class: 'row-marks' }),
    };
    this.#parts = parts;
    this.element = h(
      'div',
      { class: 'row', role: 'row', id: `row-${slot}` },
      h('div', { class: 'row-severity', role: 'gridcell' }, parts.pick, parts.severity, parts.count, parts.languages),
      h('div', { class: 'row-text', role: 'gridcell' }, parts.headline, parts.excerpt, parts.facts),
      h('div', { class: 'row-desk', role: 'gridcell' }, parts.time, parts.marks),
    );
  }

  /**
   * Shows an incident.
   *
   * @param {Object} incident one of store.rows()
   * @param {{index: number, active: boolean, open: boolean, picked: boolean, filter: Object}} how
   */
  fill(incident, { index, active, open, picked, filter }) {
    const { element } = this;
    element.setAttribute('aria-rowindex', String(index + 1));
    element.setAttribute('aria-selected', String(picked));
    element.setAttribute('aria-current', String(open));
    element.classList.toggle('active', active);
    setRelative(this.#parts.time, incident.time);
    if (!this.#isAnother(incident, filter)) return;
    element.dataset.incident = incident.id;
    element.dataset.severity = incident.severity;
    this.#say(incident, filter);
    this.#facts(incident);
    this.#desk(incident);
  }

  /** The id of the incident that it shows or has shown; null before the first. */
  get incident() {
    return this.#filled.id ?? null;
  }

  /** Puts it at a distance from the list's top, in pixels; null: out of sight. */
  place(top) {
    if (top === this.#top) return;
    this.#top = top;
    this.element.hidden = top === null;
    if (top !== null) this.element.style.setProperty('transform', `translateY(${top}px)`);
  }

  #isAnother(incident, filter) {
    const [newest] = incident.alerts;
    const now = {
      id: incident.id,
      newest,
      count: incident.alerts.length,
      severity: incident.severity,
      text: filter.text,
      acknowledged: incident.acknowledged,
      assigned: incident.assigned,
      comments: incident.comments.length,
      silencedBy: incident.silencedBy,
    };
    const another = Object.keys(now).some(key => now[key] !== this.#filled[key]);
    this.#filled = now;
    return another;
  }

  #say({ alerts, severity }, filter) {
    const [newest] = alerts;
    const { headline, excerpt } = this.#parts;
    const retracted = alerts.every(alert => alert.status === 'RETRACTED');
    const matches = newest.matches.filter(match => match.field === 'headline');
    replace(headline, marked(newest.headline, [...matches, ...found(newest.headline, filter)]));
    const text = newest.excerpt?.text ?? '';
    replace(excerpt, marked(text, [...(newest.excerpt?.marks ?? []), ...found(text, filter)]));
    for (const line of [headline, excerpt]) {
      line.dir = directionOf(newest.language);
      line.lang = tagOf(newest.language);
    }
    headline.title = newest.headline;
    this.#parts.severity.textContent = t(`severity.${severity}`);
    this.#parts.count.textContent = alerts.length > 1 ? t('list.alerts', alerts.length) : '';
    this.element.classList.toggle('retracted', retracted);
    const age = Date.now() - Date.parse(newest.arrivedAt);
    this.element.classList.toggle('fresh', age < FRESH_MILLIS);
    this.element.style.setProperty('animation-delay', `${-age}ms`); // in another row's place it goes on from where it was
  }

  #facts({ alerts }) {
    const looked = alerts.slice(0, LOOKED_AT);
    const regions = new Map();
    for (const region of looked.flatMap(alert => alert.regions ?? [])) {
      if (region.level !== 'COUNTRY' || !looked.some(alert => hasFiner(alert, region)))
        addUnlike(regions, region.code, regionName(region));
    }
    const values = {
      rule: new Map(looked.map(alert => [alert.rule, alert.rule])),
      region: regions,
      source: new Map(looked.map(alert => [alert.source, alert.source])),
    };
    const languages = [...new Set(looked.map(alert => alert.language))].map(language => t(`language.${language}`));
    this.#parts.languages.textContent = languages.join(' · ');
    replace(
      this.#parts.facts,
      Object.entries(values).map(([facet, byValue]) => chips(facet, byValue)),
    );
  }

  #desk(incident) {
    const { acknowledged, assigned, comments, silencedBy, alerts } = incident;
    const since = acknowledged ? alerts.filter(alert => alert.arrivedAt > acknowledged.at).length : 0;
    this.element.classList.toggle('done', Boolean(acknowledged || silencedBy) && since === 0);
    replace(
      this.#parts.marks,
      this.element.classList.contains('retracted') &&
        mark('retracted', 'close', t('list.retracted'), t('list.retracted.title')),
      acknowledged &&
        mark(
          'acknowledged',
          'check',
          acknowledged.by,
          t('list.acknowledged', acknowledged.by, format.time(acknowledged.at), acknowledged.text ?? ''),
        ),
      since > 0 && h('span', { class: 'row-since', title: t('list.since.title') }, t('list.since', since)),
      assigned && mark('assigned', 'person', assigned.text, t('list.assigned', assigned.text, assigned.by)),
      comments.length > 0 && mark('commented', 'comment', format.number(comments.length), t('list.comments', comments.length)),
      silencedBy &&
        mark(
          'silenced',
          'silence',
          t('list.silenced'),
          t('list.silencedBy', silencedBy.by, format.time(silencedBy.silence.end), silencedBy.text ?? ''),
        ),
    );
  }
}

/* A province and its town of the same name are said once. */
function addUnlike(regions, code, name) {
  if (![...regions.values()].includes(name)) regions.set(code, name);
}

function hasFiner(alert, region) {
  return (alert.regions ?? []).some(other => other.country === region.country && other.level !== 'COUNTRY');
}

function chips(facet, byValue) {
  const shown = [...byValue]
    .slice(0, CHIPS[facet])
    .map(([value, name]) =>
      h('span', { class: ['chip', `chip-${facet}`], dataset: { facet, value }, title: t(`list.only.${facet}`, name) }, name),
    );
  const more = byValue.size - CHIPS[facet];
  return more > 0
    ? [...shown, h('span', { class: 'row-more', title: [...byValue.values()].slice(CHIPS[facet]).join(', ') }, `+${more}`)]
    : shown;
}

function mark(kind, drawing, text, title) {
  return h('span', { class: ['row-mark', kind], title }, icon(drawing), h('span', null, text));
}
