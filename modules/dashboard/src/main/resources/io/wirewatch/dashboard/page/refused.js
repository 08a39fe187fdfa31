import { h, replace } from './dom.js';
import { relativeTime } from './format.js';
import { stateBox } from './state.js';
import { commandLine } from './copy.js';
import { isCountedOnly, redriveOf } from './redrive.js';
import { RefusedDetail, kindOf } from './refusedDetail.js';

const LIMIT = 100;

/** What could not be used, by step and reason, and each record of it: why, where it came from, what it says, how to send it back. */
export class Refused {
  #records = null;
  #failure = null;
  #group = null;
  #known = -1;
  #total = 0;
  #asking = false;

  constructor(context) {
    const { t } = context;
    this.context = context;
    this.groups = h('div', { class: 'refused-groups' });
    this.newer = h('button', { type: 'button', hidden: true, onclick: () => this.#load() });
    this.chosen = h('div', { class: 'refused-chosen' });
    this.list = h('ul', { class: 'refused-list', role: 'list', 'aria-label': t('refused.records') });
    this.note = h('div', null);
    this.element = h(
      'section',
      { class: 'card refused', 'aria-labelledby': 'refused-title' },
      h('h3', { id: 'refused-title' }, t('refused.title')),
      h('p', { class: 'muted' }, t('refused.intro')),
      this.groups,
      h('div', { class: 'refused-head' }, h('h4', null, t('refused.records')), this.newer),
      this.chosen,
      this.list,
      this.note,
    );
    context.store.on('session', () => this.#resume());
  }

  #resume() {
    if (!this.context.store.session.signedOut && this.#failure?.status === 401) this.#load();
  }

  draw(health) {
    const groups = health.refused ?? [];
    this.#total = groups.reduce((sum, group) => sum + group.count, 0);
    this.#drawGroups(groups);
    if (!this.#records && !this.#failure) this.#load();
    this.#drawNewer();
  }

  #drawGroups(groups) {
    const { t } = this.context;
    const now = JSON.stringify([groups, this.#group]);
    if (now === this.drawn) return;
    this.drawn = now;
    const focused = document.activeElement?.dataset.group;
    const most = Math.max(1, ...groups.map(group => group.count));
    const sorted = [...groups].sort((a, b) => b.count - a.count);
    replace(
      this.groups,
      groups.length
        ? h(
            'ul',
            { class: 'group-list', role: 'list', 'aria-label': t('refused.groups') },
            sorted.map(group => this.#groupRow(group, most)),
          )
        : h('p', { class: 'refused-nothing' }, t('refused.nothing')),
    );
    if (focused) [...this.groups.querySelectorAll('button')].find(button => button.dataset.group === focused)?.focus();
  }

  #groupRow(group, most) {
    const { t, format } = this.context;
    const key = keyOf(group);
    return h(
      'li',
      null,
      h(
        'button',
        {
          type: 'button',
          class: 'group',
          'aria-pressed': this.#group === key,
          dataset: { group: key },
          onclick: () => this.#choose(group),
        },
        h('span', { class: 'group-kind', dataset: { kind: kindOf(group.topic) } }, t(`refused.${kindOf(group.topic)}`)),
        h('span', { class: 'group-step' }, h('code', { dir: 'ltr' }, group.step)),
        h('span', { class: 'group-reason' }, h('bdi', null, group.reason)),
        h('span', { class: 'group-bar', 'aria-hidden': 'true', style: { '--part': `${(group.count / most) * 100}%` } }),
        h('span', { class: 'group-count' }, format.number(group.count)),
      ),
    );
  }

  #choose(group) {
    const key = keyOf(group);
    this.#group = this.#group === key ? null : key;
    this.drawn = '';
    this.#drawGroups(this.context.store.health?.refused ?? []);
    this.#drawChosen(this.#group ? group : null);
    this.#drawList();
  }

  #drawChosen(group) {
    const { t } = this.context;
    replace(
      this.chosen,
      group
        ? [this.#sending(group), h('button', { type: 'button', onclick: () => this.#choose(group) }, t('refused.showAll'))]
        : null,
    );
  }

  #sending(group) {
    const { t } = this.context;
    const command = redriveOf(group);
    if (command) return [h('p', null, t('refused.sendGroup')), commandLine(command)];
    return h('p', { class: 'muted' }, t(isCountedOnly(group) ? 'redrive.earlier' : 'redrive.edge'));
  }

  async #load() {
    if (this.#asking) return;
    this.#asking = true;
    if (!this.#records) replace(this.note, stateBox('loading', this.context.t('refused.loading')));
    try {
      const { refused } = await this.context.api.get(`/api/refused?limit=${LIMIT}`);
      this.#records = refused;
      this.#failure = null;
      this.#known = this.#total;
    } catch (failure) {
      this.#failure = failure;
    }
    this.#asking = false;
    this.#drawList();
    this.#drawNewer();
  }

  /* What came meanwhile waits for a press: the list must not move under the reader's hand. */
  #drawNewer() {
    const more = this.#records ? this.#total - this.#known : 0;
    this.newer.hidden = more <= 0;
    if (more > 0) this.newer.textContent = this.context.t('refused.newer', more);
  }

  #drawList() {
    const { t } = this.context;
    const open = new Set([...this.list.querySelectorAll('[aria-expanded="true"]')].map(button => button.dataset.place));
    const shown = (this.#records ?? []).filter(record => !this.#group || keyOf(record) === this.#group);
    replace(
      this.list,
      shown.map(record => new Row(this.context, record, open.has(placeOf(record))).element),
    );
    const retry = { label: t('health.again'), run: () => this.#load() };
    replace(
      this.note,
      this.#failure
        ? stateBox(this.#failure.status === 0 ? 'offline' : 'error', t('refused.failed', this.#failure.message), retry)
        : this.#records && shown.length === 0
          ? stateBox('empty', t(this.#records.length ? 'refused.noneOfGroup' : 'refused.empty'))
          : this.#records?.length >= LIMIT
            ? h('p', { class: 'muted' }, t('refused.newest', LIMIT))
            : null,
    );
  }
}

/** A record, which opens. */
class Row {
  constructor(context, record, open) {
    const { t } = context;
    this.detail = new RefusedDetail(context, record);
    const id = `refused-${placeOf(record).replaceAll('/', '-')}`;
    this.detail.element.id = id;
    this.button = h(
      'button',
      {
        type: 'button',
        class: 'refused-row',
        'aria-expanded': open,
        'aria-controls': id,
        dataset: { place: placeOf(record) },
        onclick: () => this.#open(this.button.getAttribute('aria-expanded') !== 'true'),
      },
      h('span', { class: 'group-kind', dataset: { kind: kindOf(record.topic) } }, t(`refused.${kindOf(record.topic)}`)),
      h('span', { class: 'refused-what' }, record.headline ? h('bdi', null, record.headline) : t('refused.noHeadline')),
      h('span', { class: 'refused-why' }, h('code', { dir: 'ltr' }, record.step), ' ', h('bdi', null, record.reason)),
      h('span', { class: 'refused-source' }, record.source ? h('bdi', null, record.source) : null),
      relativeTime(record.at),
    );
    this.element = h('li', null, this.button, this.detail.element);
    this.#open(open);
  }

  #open(open) {
    this.button.setAttribute('aria-expanded', String(open));
    this.detail.element.hidden = !open;
    if (open) this.detail.load();
  }
}

const keyOf = one => `${one.topic} ${one.step} ${one.reason}`;
const placeOf = record => `${record.topic}/${record.partition}/${record.offset}`;
