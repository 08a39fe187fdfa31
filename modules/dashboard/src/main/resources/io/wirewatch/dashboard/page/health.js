import { addWords } from './words.js';
import words from './words/health.js';
import { h, replace } from './dom.js';
import { stateBox } from './state.js';
import { Flow } from './flow.js';
import { History } from './history.js';
import { PartitionTables } from './partitions.js';
import { RuleSets } from './rulesets.js';
import { TopicTable } from './topics.js';
import { Refused } from './refused.js';

addWords(words);

const STALE_MILLIS = 10_000;
const WATCH_MILLIS = 2_000;

/** The tab that says how the pipeline does: its way drawn, its topics, the rules that run, and what was set aside. */
export function mount(element, context) {
  new HealthPanel(element, context);
}

class HealthPanel {
  #heardAt = 0;
  #health = null;
  #failure = null;
  #states = new Map();

  constructor(element, context) {
    const { t, store } = context;
    this.context = context;
    this.history = new History();
    const partitions = new PartitionTables(context);
    const flow = new Flow(context, this.history, stage => partitions.show(stage));
    this.parts = [flow, new RuleSets(context), partitions, new TopicTable(context, this.history), new Refused(context)];
    this.told = h('p', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
    this.notice = h('div', { class: 'health-notice', role: 'status' });
    this.content = h(
      'div',
      { class: 'health-content', hidden: true },
      this.parts.map(part => part.element),
    );
    this.box = h('div', null, stateBox('loading', t('health.loading')));
    element.classList.add('health');
    replace(element, h('h2', { class: 'unseen' }, t('health.title')), this.notice, this.box, this.content, this.told);
    store.on('health', () => this.#hear(store.health));
    store.on('connection', () => this.#show());
    setInterval(() => this.#show(), WATCH_MILLIS);
    store.on('session', () => this.#ask());
    this.#ask();
  }

  /* The stream brings health every two seconds; the first is asked for, so that nobody waits for it. */
  async #ask() {
    const { api, store } = this.context;
    if (this.#health || store.session?.signedOut) return;
    try {
      this.#hear(await api.get('/api/health'));
    } catch (failure) {
      this.#failure = failure;
      this.#show();
    }
  }

  #hear(health) {
    if (!health) return;
    this.#health = health;
    this.#failure = null;
    this.#heardAt = performance.now();
    this.history.add(health);
    for (const part of this.parts) part.draw(health);
    this.#tellChanges(health);
    this.#show();
  }

  #show() {
    const { t, store, format } = this.context;
    this.content.hidden = !this.#health;
    this.box.hidden = Boolean(this.#health);
    if (!this.#health) {
      replace(this.box, this.#instead());
      return;
    }
    const stale = performance.now() - this.#heardAt > STALE_MILLIS;
    const said = store.connection === 'offline' || stale ? t('health.stale', format.time(this.#health.at)) : '';
    if (this.notice.textContent !== said) this.notice.textContent = said;
    this.content.classList.toggle('is-stale', said !== '');
  }

  #instead() {
    const { t, store } = this.context;
    const again = { label: t('health.again'), run: () => this.#ask() };
    if (store.connection === 'offline' || this.#failure?.status === 0) return stateBox('offline', t('health.offline'), again);
    if (this.#failure && this.#failure.status !== 401)
      return stateBox('error', t('health.failed', this.#failure.message), again);
    return stateBox('loading', t('health.loading'));
  }

  /* Rates change all the time and are not read out; that a stage stops is. */
  #tellChanges(health) {
    const { t } = this.context;
    const changed = [];
    for (const { name, state } of health.stages ?? []) {
      const before = this.#states.get(name);
      if (before && before !== state) changed.push(t('health.nowIs', t(`stage.${name}`), t(`state.${state}`)));
      this.#states.set(name, state);
    }
    if (changed.length) this.told.textContent = changed.join('. ');
  }
}
