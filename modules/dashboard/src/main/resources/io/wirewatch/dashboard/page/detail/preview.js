import { h, replace } from '../dom.js';
import { t } from '../words.js';
import { format, relativeTime } from '../format.js';

const QUIET_MILLIS = 350;
const MUCH = 0.5;

/**
 * What a silence would have hidden, asked anew when its matchers have been still for a moment.
 *
 * @param {object} api
 * @param {(problem: string) => void} wrong is told what the server says of matchers that are none; the empty text: they are fine
 * @param {() => void} ready is told when an answer is there
 * @returns {{element: HTMLElement, of: (matchers: string[]) => void, is: (matchers: string[]) => boolean, end: () => void}} `is`:
 *     whether the answer shown is that of these matchers
 */
export function preview(api, wrong, ready) {
  const element = h('div', { class: 'preview', 'aria-live': 'polite' });
  let asking = new AbortController();
  let timer = 0;
  let answered = '';

  function of(matchers) {
    asking.abort();
    clearTimeout(timer);
    answered = '';
    if (matchers.length === 0) {
      replace(element, h('p', { class: 'muted' }, t('silence.previewNone')));
      return ready();
    }
    element.setAttribute('aria-busy', 'true');
    timer = setTimeout(() => ask(matchers), QUIET_MILLIS);
    return ready();
  }

  async function ask(matchers) {
    asking = new AbortController();
    const { signal } = asking;
    try {
      const answer = await api.post('/api/desk/preview', { matchers }, { signal });
      if (signal.aborted) return;
      answered = matchers.join('\n');
      wrong('');
      replace(element, lines(answer));
    } catch (failure) {
      if (failure.name === 'AbortError') return;
      if (failure.status === 400) wrong(failure.message);
      replace(
        element,
        h(
          'p',
          { class: failure.status === 400 ? 'muted' : 'problem' },
          failure.status === 400 ? t('silence.previewWrong') : failure.message,
        ),
      );
    }
    element.removeAttribute('aria-busy');
    ready();
  }

  function end() {
    asking.abort();
    clearTimeout(timer);
  }

  return { element, of, is: matchers => answered !== '' && answered === matchers.join('\n'), end };
}

function lines({ hidden, of, since, examples = [] }) {
  const share = of > 0 ? hidden / of : 0;
  return [
    h(
      'p',
      { class: 'preview-sum' },
      h('strong', null, t('silence.hidden', hidden, of)),
      ' ',
      since && h('span', { class: 'muted' }, t('silence.since', format.time(since))),
    ),
    h('span', { class: 'bar', 'aria-hidden': 'true' }, h('span', { style: { '--share': String(share) } })),
    hidden === 0 && h('p', { class: 'muted' }, t('silence.hidesNothing')),
    share >= MUCH && h('p', { class: 'warning' }, t('silence.hidesMuch')),
    examples.length > 0 &&
      h(
        'ul',
        { class: 'examples' },
        examples
          .slice(0, 5)
          .map(example =>
            h(
              'li',
              null,
              h('bdi', { class: 'rule' }, example.rule),
              ' ',
              h('span', { dir: 'auto' }, example.headline),
              ' ',
              h('span', { class: 'muted' }, relativeTime(example.eventTime)),
            ),
          ),
      ),
  ];
}
