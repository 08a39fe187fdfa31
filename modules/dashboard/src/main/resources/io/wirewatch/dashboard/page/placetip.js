import { countryName, regionName } from './regions.js';
import { SEVERITIES } from './criteria.js';
import { h, replace } from './dom.js';
import { directionOf, relativeTime, tagOf } from './format.js';

/** What is said of a mark that is pointed at: its place, its alerts by severity, the newest of them. */
export class PlaceTip {
  #stage;
  #box = h('div', { class: 'map-tip', role: 'tooltip', hidden: true });
  #context;

  /** @param {HTMLElement} stage in which marks have their place @param {{store: Object, t: Function, format: Object}} context */
  constructor(stage, context) {
    this.#stage = stage;
    this.#context = context;
    stage.append(this.#box);
  }

  hide() {
    this.#box.hidden = true;
  }

  /** @param {{tally: Object, x: number, y: number, radius: number}} mark @param {string} level what the map shows */
  show({ tally, x, y, radius }, level) {
    const box = this.#box;
    box.hidden = false;
    replace(box, ...this.#told(tally, level));
    const { offsetWidth: width, offsetHeight: height } = box;
    const { clientWidth, clientHeight } = this.#stage;
    const reach = radius * 1.3 + 8;
    const top = y - reach - height >= 4 ? y - reach - height : Math.min(y + reach, clientHeight - height - 4);
    const left = Math.max(4, Math.min(clientWidth - width - 4, x - width / 2));
    box.style.setProperty('transform', `translate(${left.toFixed(0)}px, ${top.toFixed(0)}px)`);
  }

  #told({ region, count, bySeverity, newest }, level) {
    const { store, t, format } = this.#context;
    const isCountry = region.level === 'COUNTRY';
    const counts = SEVERITIES.filter(severity => bySeverity[severity]).map(severity =>
      h(
        'span',
        { class: 'severity', dataset: { severity }, title: t(`severity.${severity}`) },
        format.number(bySeverity[severity]),
      ),
    );
    const hint = t(store.filter.region.includes(region.code) ? 'map.unpick' : 'map.pick');
    return [
      h(
        'p',
        { class: 'map-tip-name' },
        h('strong', null, regionName(region)),
        isCountry ? null : h('span', { class: 'muted' }, countryName(region.country ?? '')),
      ),
      h('p', { class: 'map-tip-counts' }, h('span', null, t('map.alerts', count)), counts),
      isCountry && level !== 'COUNTRY' ? h('p', { class: 'muted' }, t('map.wholeCountry')) : null,
      h('p', { class: 'map-tip-newest', dir: directionOf(newest.language), lang: tagOf(newest.language) }, newest.headline),
      h('p', { class: 'muted map-tip-foot' }, relativeTime(newest.eventTime), h('span', null, hint)),
    ].filter(Boolean);
  }
}
