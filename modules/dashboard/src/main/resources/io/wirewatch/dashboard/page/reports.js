import { addWords } from './words.js';
import words from './words/tabs.js';
import healthWords from './words/health.js';
import { h, replace } from './dom.js';
import { relativeTime } from './format.js';
import { stateBox } from './state.js';
import { commandLine } from './copy.js';
import { quoted } from './redrive.js';

const REPLAY = 'wirewatch replay --rules rules/candidate --against live --from 2026-01-01T00:00Z --to 2026-02-01T00:00Z';

addWords(words);
addWords(healthWords);

const OURS = /^\/reports\//;

/** The tab with the reports of replays: a list, and the one that is chosen in a frame below. */
export function mount(element, context) {
  new Reports(element, context);
}

class Reports {
  #reports = null;
  #failure = null;
  #asking = false;
  #directory;
  #framed = '';

  constructor(element, context) {
    const { t, store } = context;
    this.context = context;
    this.list = h('ul', { class: 'report-list', role: 'list', 'aria-label': t('reports.list') });
    this.note = h('div', null);
    this.frame = h('div', { class: 'report-frame', hidden: true });
    this.count = h('p', { class: 'muted' });
    element.classList.add('reports');
    replace(
      element,
      h(
        'div',
        { class: 'card' },
        h(
          'div',
          { class: 'reports-head' },
          h('div', null, h('h2', null, t('reports.title')), h('p', { class: 'muted' }, t('reports.intro')), this.count),
          h('button', { type: 'button', onclick: () => this.#load() }, t('reports.refresh')),
        ),
        this.list,
        this.note,
      ),
      this.frame,
    );
    store.on('view', () => this.#look());
    store.on('session', () => this.#look());
    this.#look();
  }

  /* Asked for when the tab is looked at, so that a report that was made since is there. */
  #look() {
    const { view, session } = this.context.store;
    if (view.name !== 'reports' || session?.signedOut) return;
    if (!this.#reports || !view.query.get('report')) this.#load();
    this.#draw();
  }

  async #load() {
    if (this.#asking) return;
    this.#asking = true;
    if (!this.#reports) replace(this.note, stateBox('loading', this.context.t('reports.loading')));
    try {
      const { reports, directory } = await this.context.api.get('/api/reports');
      this.#reports = reports.filter(report => OURS.test(report.href));
      this.#directory = directory;
      this.#failure = null;
    } catch (failure) {
      this.#failure = failure;
    }
    this.#asking = false;
    this.#draw();
  }

  #draw() {
    const { t, store } = this.context;
    const chosen = store.view.query.get('report');
    const reports = this.#reports ?? [];
    const focused = document.activeElement?.dataset?.report;
    replace(
      this.list,
      reports.map(report => this.#row(report, report.name === chosen)),
    );
    if (focused) [...this.list.querySelectorAll('button')].find(button => button.dataset.report === focused)?.focus();
    this.count.textContent = this.#directory ? t('reports.directory', this.#directory) : '';
    this.#drawNote(reports);
    this.#drawFrame(
      reports.find(report => report.name === chosen),
      chosen,
    );
  }

  #drawNote(reports) {
    const { t } = this.context;
    if (this.#failure) {
      replace(
        this.note,
        stateBox(this.#failure.status === 0 ? 'offline' : 'error', t('reports.failed', this.#failure.message), {
          label: t('health.again'),
          run: () => this.#load(),
        }),
      );
    } else if (this.#reports && reports.length === 0) {
      replace(this.note, stateBox('empty', t(this.#directory ? 'reports.empty' : 'reports.noDirectory')), this.#howTo());
    } else if (this.#reports) {
      replace(this.note, h('details', { class: 'how-to' }, h('summary', null, t('reports.how')), this.#howTo()));
    }
  }

  /* What a report takes, to copy; where none is shown, also how the desk learns of the directory. */
  #howTo() {
    const { t } = this.context;
    const directory = this.#directory ?? 'reports';
    return h(
      'div',
      { class: 'how-to-text' },
      this.#directory
        ? null
        : [
            h('p', null, t('reports.setDirectory')),
            commandLine(`WIREWATCH_DASHBOARD_REPORTS=${quoted(directory)} wirewatch dashboard`),
          ],
      h('p', null, t('reports.make')),
      commandLine(`${REPLAY} --out ${quoted(`${directory}/january`)}`),
    );
  }

  #row(report, chosen) {
    const { t } = this.context;
    return h(
      'li',
      { class: chosen && 'is-chosen' },
      h(
        'button',
        {
          type: 'button',
          class: 'report-name',
          'aria-pressed': chosen,
          dataset: { report: report.name },
          onclick: () => this.#choose(chosen ? null : report.name),
        },
        h('bdi', null, report.name),
      ),
      report.at ? relativeTime(report.at) : null,
      h(
        'a',
        { href: report.href, target: '_blank', rel: 'noopener' },
        t('reports.newTab'),
        h('span', { class: 'unseen' }, ' ', report.name),
      ),
    );
  }

  #choose(name) {
    this.context.store.go('reports', name ? new URLSearchParams({ report: name }) : undefined);
  }

  /* A frame that is there already is kept: it would lose its place. */
  #drawFrame(report, chosen) {
    const { t } = this.context;
    const wanted = report?.href ?? '';
    this.frame.hidden = !chosen || !this.#reports?.length;
    if (chosen && this.#reports && !report) {
      replace(this.frame, stateBox('empty', t('reports.gone', chosen)));
      this.#framed = '';
      return;
    }
    if (wanted === this.#framed) return;
    this.#framed = wanted;
    replace(
      this.frame,
      report
        ? h('iframe', { src: report.href, sandbox: '', title: t('reports.frame', report.name), referrerpolicy: 'no-referrer' })
        : null,
    );
  }
}
