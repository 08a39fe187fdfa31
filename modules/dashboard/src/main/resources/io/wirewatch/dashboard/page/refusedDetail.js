import { h, replace } from './dom.js';
import { stateBox } from './state.js';
import { commandLine } from './copy.js';
import { redriveOf } from './redrive.js';
import { hexDump, bytesOf, pretty } from './content.js';

const VIEWS = ['pretty', 'text', 'hex'];

/** Which of the two topics something lies on: 'rejected' or 'deadLetter'. */
export function kindOf(topic) {
  return topic.endsWith('dead-letter') ? 'deadLetter' : 'rejected';
}

/** One refused record: why, where it lies and came from, what it says, its headers, and how it goes back. */
export class RefusedDetail {
  #record;
  #state = 'new';
  #view = null;

  constructor(context, record) {
    this.context = context;
    this.#record = record;
    this.element = h('div', { class: 'refused-detail', role: 'group', 'aria-label': context.t('refused.detail') });
  }

  /** Asks for the content, once. */
  async load() {
    if (this.#state === 'loading' || this.#state === 'there') return;
    const { t, api } = this.context;
    this.#state = 'loading';
    const { topic, partition, offset } = this.#record;
    replace(this.element, stateBox('loading', t('refused.loadingOne')));
    try {
      this.#record = await api.get(`/api/refused/${encodeURIComponent(topic)}/${partition}/${offset}`);
      this.#state = 'there';
      this.#draw();
    } catch (failure) {
      this.#state = 'failed';
      const again = { label: t('health.again'), run: () => this.load() };
      replace(this.element, stateBox(failure.status === 0 ? 'offline' : 'error', t('refused.failed', failure.message), again));
    }
  }

  #draw() {
    const { t } = this.context;
    const record = this.#record;
    replace(
      this.element,
      h(
        'p',
        { class: 'refused-verdict' },
        h('strong', null, t(`refused.${kindOf(record.topic)}.because`)),
        ' ',
        h('bdi', null, record.reason),
      ),
      this.#facts(record),
      this.#content(record),
      this.#headers(record),
      this.#back(record),
    );
  }

  #facts(record) {
    const { t, format } = this.context;
    const facts = [
      ['step', h('code', { dir: 'ltr' }, record.step)],
      ['at', h('time', { datetime: record.at }, format.time(record.at))],
      ['place', h('code', { dir: 'ltr' }, `${record.topic} · ${record.partition}/${record.offset}`)],
      ['input', record.input && h('bdi', { class: 'mono' }, record.input)],
      ['line', record.line !== undefined && format.number(record.line)],
      ['source', record.source && h('bdi', null, record.source)],
      [
        'article',
        record.article &&
          h('a', { href: `#/health?open=article:${encodeURIComponent(record.article)}`, class: 'mono' }, record.article),
      ],
    ];
    return h(
      'dl',
      { class: 'refused-facts' },
      facts
        .filter(([, value]) => value)
        .map(([key, value]) => h('div', null, h('dt', null, t(`fact.${key}`)), h('dd', null, value))),
    );
  }

  #content(record) {
    const { t } = this.context;
    const bytes = bytesOf(record);
    if (!bytes) return h('p', { class: 'muted' }, t('content.none'));
    const shown = { pretty: pretty(record.content), text: record.content, hex: hexDump(bytes) };
    const views = VIEWS.filter(view => shown[view] !== undefined);
    const place = h('pre', { class: 'content', tabindex: '0', 'aria-label': t('content.title') });
    const buttons = views.map(view => h('button', { type: 'button', onclick: () => show(view) }, t(`content.${view}`)));
    const show = view => {
      this.#view = view;
      place.textContent = shown[view];
      place.dataset.view = view;
      place.dir = view === 'text' ? 'auto' : 'ltr';
      buttons.forEach((button, at) => button.setAttribute('aria-pressed', String(views[at] === view)));
    };
    show(views.includes(this.#view) ? this.#view : views[0]);
    return h(
      'div',
      { class: 'content-box' },
      h(
        'div',
        { class: 'content-head' },
        h('h5', null, t('content.title'), ' ', h('small', null, t('content.bytes', bytes.length + (record.leftOut ?? 0)))),
        h('div', { class: 'segments', role: 'group', 'aria-label': t('content.as') }, buttons),
      ),
      place,
      record.leftOut > 0 ? h('p', { class: 'muted' }, t('content.leftOut', record.leftOut)) : null,
    );
  }

  #headers(record) {
    const { t } = this.context;
    const entries = Object.entries(record.headers ?? {});
    if (!entries.length) return null;
    return h(
      'details',
      { class: 'headers' },
      h('summary', null, t('headers.title', entries.length)),
      h(
        'div',
        { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': t('headers.label') },
        h(
          'table',
          null,
          h(
            'tbody',
            null,
            entries.map(([name, value]) =>
              h(
                'tr',
                null,
                h('th', { scope: 'row' }, h('bdi', { dir: 'ltr' }, name)),
                h('td', { class: 'mono' }, h('bdi', null, String(value))),
              ),
            ),
          ),
        ),
      ),
    );
  }

  #back(record) {
    const { t } = this.context;
    const command = redriveOf(record);
    return h(
      'div',
      { class: 'send-back' },
      h('h5', null, t('redrive.title')),
      command
        ? [
            h('p', { class: 'muted' }, t('redrive.try')),
            commandLine(`${command} --dry-run`),
            h('p', { class: 'muted' }, t('redrive.send')),
            commandLine(command),
          ]
        : h('p', null, t('redrive.edge')),
    );
  }
}
