import { h } from '../dom.js';
import { t } from '../words.js';
import { format } from '../format.js';

const HOUR_MILLIS = 3_600_000;
const MINUTE_MILLIS = 60_000;
const MORNING_HOUR = 6;
const MOST_DAYS = 90;
const LENGTHS = { '1h': HOUR_MILLIS, '4h': 4 * HOUR_MILLIS, '24h': 24 * HOUR_MILLIS, '7d': 7 * 24 * HOUR_MILLIS };
const CHOICES = ['1h', '4h', 'morning', '24h', '7d', 'time'];

/**
 * When a silence ends.
 *
 * @param {string} choice one of 1h, 4h, morning, 24h, 7d, time
 * @param {number} now milliseconds
 * @param {string} [time] of the choice "time": as a `datetime-local` field says it, in the reader's zone
 * @returns {Date | null} the morning is the next six o'clock of the reader's zone; null where no time is given
 */
export function endOf(choice, now, time = '') {
  if (choice === 'time') return time ? new Date(time) : null;
  if (choice !== 'morning') return new Date(now + LENGTHS[choice]);
  const morning = new Date(now);
  morning.setHours(MORNING_HOUR, 0, 0, 0);
  if (morning.getTime() <= now) morning.setDate(morning.getDate() + 1);
  return morning;
}

/** What is wrong with such an end: 'none', 'past', 'far', or the empty text. */
export function wrongWith(end, now) {
  if (!end || Number.isNaN(end.getTime())) return 'none';
  if (end.getTime() <= now) return 'past';
  return end.getTime() > now + MOST_DAYS * 24 * HOUR_MILLIS ? 'far' : '';
}

/**
 * The field that asks how long.
 *
 * @returns {{element: HTMLElement, end: () => (Date | null), say: (problem: string) => void}} `say` shows a problem at the field
 */
export function howLong() {
  const problem = h('p', { class: 'problem', id: 'silence-until-problem', role: 'alert' });
  const saidEnd = h('p', { class: 'muted', id: 'silence-until', 'aria-live': 'polite' });
  const time = h('input', { type: 'datetime-local', name: 'time', hidden: true, 'aria-label': t('silence.time'), 'aria-describedby': 'silence-until-problem' });
  const radios = CHOICES.map((choice) => h('label', { class: 'choice' },
    h('input', { type: 'radio', name: 'length', value: choice, checked: choice === CHOICES[0], onchange: changed }), h('span', null, t(`silence.for.${choice}`))));
  const element = h('fieldset', { 'aria-describedby': 'silence-until silence-until-problem' },
    h('legend', null, t('silence.howLong')), h('div', { class: 'choices' }, radios, time), saidEnd, problem);
  time.addEventListener('input', changed);

  const chosen = () => element.querySelector('input[type="radio"]:checked').value;
  const end = () => endOf(chosen(), Date.now(), time.value);

  function changed() {
    const atTime = chosen() === 'time';
    if (atTime && time.hidden) {
      const later = new Date(Date.now() + LENGTHS['4h'] - new Date().getTimezoneOffset() * MINUTE_MILLIS);
      time.value = later.toISOString().slice(0, 16);
    }
    time.hidden = !atTime;
    say('');
    const until = end();
    saidEnd.textContent = until && !Number.isNaN(until.getTime()) ? t('silence.until', format.time(until.toISOString()), format.zone()) : '';
  }

  function say(text) {
    problem.textContent = text;
    time.setAttribute('aria-invalid', String(Boolean(text)));
  }

  changed();
  return { element, end, say };
}
