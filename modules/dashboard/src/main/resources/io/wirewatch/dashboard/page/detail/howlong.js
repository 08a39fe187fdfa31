import { h } from '../dom.js';
import { t } from '../words.js';
import { format } from '../format.js';
import { endOf } from './ends.js';

const CHOICES = ['1h', '4h', 'morning', '24h', '7d', 'time'];
const MINUTE_MILLIS = 60_000;

/**
 * The field that asks how long.
 *
 * @returns {{element: HTMLElement, end: () => (Date | null), say: (problem: string) => void}} `say` shows a problem at the field
 */
export function howLong() {
  const problem = h('p', { class: 'problem', id: 'silence-until-problem', role: 'alert' });
  const saidEnd = h('p', { class: 'muted', id: 'silence-until', 'aria-live': 'polite' });
  const time = h('input', {
    type: 'datetime-local',
    name: 'time',
    hidden: true,
    'aria-label': t('silence.time'),
    'aria-describedby': 'silence-until-problem',
  });
  const radios = CHOICES.map(choice =>
    h(
      'label',
      { class: 'choice' },
      h('input', { type: 'radio', name: 'length', value: choice, checked: choice === CHOICES[0], onchange: changed }),
      h('span', null, t(`silence.for.${choice}`)),
    ),
  );
  const element = h(
    'fieldset',
    { 'aria-describedby': 'silence-until silence-until-problem' },
    h('legend', null, t('silence.howLong')),
    h('div', { class: 'choices' }, radios, time),
    saidEnd,
    problem,
  );
  time.addEventListener('input', changed);

  const chosen = () => element.querySelector('input[type="radio"]:checked').value;
  const end = () => endOf(chosen(), Date.now(), time.value);

  function changed() {
    const atTime = chosen() === 'time';
    if (atTime && time.hidden) {
      const later = endOf('4h', Date.now());
      time.value = new Date(later.getTime() - later.getTimezoneOffset() * MINUTE_MILLIS).toISOString().slice(0, 16);
    }
    time.hidden = !atTime;
    say('');
    const until = end();
    saidEnd.textContent =
      until && !Number.isNaN(until.getTime()) ? t('silence.until', format.time(until.toISOString()), format.zone()) : '';
  }

  function say(text) {
    problem.textContent = text;
    time.setAttribute('aria-invalid', String(Boolean(text)));
  }

  changed();
  return { element, end, say };
}
