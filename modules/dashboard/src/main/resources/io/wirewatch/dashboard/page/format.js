import { h } from './dom.js';
import { locale } from './words.js';

/* Times and numbers as the reader's zone and language write them. Formatters are made once: making one costs more than using it. */
const absolute = new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'medium' });
const clock = new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const day = new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short' });
const zone = new Intl.DateTimeFormat(locale(), { timeZoneName: 'short' });
const relative = new Intl.RelativeTimeFormat(locale(), { numeric: 'always', style: 'narrow' });
const numbers = new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 });
const short = new Intl.NumberFormat(locale(), { notation: 'compact', maximumFractionDigits: 1 });
const STEPS = [
  [60, 'second', 1],
  [3600, 'minute', 60],
  [86400, 'hour', 3600],
  [86400 * 30, 'day', 86400],
  [Infinity, 'month', 86400 * 30],
];
const REFRESH_MILLIS = 10_000;

export const format = {
  /** A moment in full, in the viewer's zone: "29 Nov 2026, 21:35:11". */
  time: iso => shown(absolute, iso),
  /** Its hour and minute: "21:35". */
  clock: iso => shown(clock, iso),
  /** Its day and month: "29 Nov". */
  day: iso => shown(day, iso),
  /** How long ago, or ahead: "5 min ago". */
  ago,
  /** A count or rate, with at most one decimal. */
  number: value => numbers.format(value),
  /** A share as a percentage: "42 %". */
  percent: share => `${numbers.format(Math.round(share * 100))} %`,
  /** A count in few letters: "12.3K". */
  short: value => short.format(value),
  /** The viewer's zone: "GMT+3". */
  zone: zoneNow,
};

/** A `<time>` that says how long ago, keeps saying it as time passes, and says the moment in full when pointed at. */
export function relativeTime(iso) {
  const element = h('time', { class: 'relative' });
  setRelative(element, iso);
  return element;
}

/** Gives such an element another moment. */
export function setRelative(element, iso) {
  if (element.dateTime !== iso) {
    element.dateTime = iso;
    element.title = `${format.time(iso)} ${format.zone()}`;
    element.classList.add('relative');
  }
  refresh(element);
}

/** The direction in which a language is written: 'rtl' or 'ltr'. */
export function directionOf(language) {
  return language === 'ar' || language === 'ckb' ? 'rtl' : 'ltr';
}

/** The tag for `lang=`; 'other' is none that a browser knows. */
export function tagOf(language) {
  return { kmr: 'ku', other: '' }[language] ?? language ?? '';
}

let zoneName = '';
let zoneHour = NaN;

/* Asked for each row that comes into sight; it changes twice a year, on the hour. */
function zoneNow() {
  const hour = Math.floor(Date.now() / 3_600_000);
  if (hour !== zoneHour) {
    zoneName = zone.formatToParts(new Date()).find(part => part.type === 'timeZoneName')?.value ?? 'UTC';
    zoneHour = hour;
  }
  return zoneName;
}

function ago(iso) {
  const seconds = (Date.parse(iso) - Date.now()) / 1000;
  if (Number.isNaN(seconds)) return '';
  const [, unit, size] = STEPS.find(([below]) => Math.abs(seconds) < below);
  return relative.format(Math.trunc(seconds / size), unit);
}

function shown(formatter, iso) {
  const millis = Date.parse(iso);
  return Number.isNaN(millis) ? '' : formatter.format(millis);
}

function refresh(element) {
  const said = ago(element.dateTime);
  if (element.textContent !== said) element.textContent = said;
}

setInterval(() => document.querySelectorAll('time.relative').forEach(refresh), REFRESH_MILLIS);
