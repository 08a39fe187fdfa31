import { h, replace } from './dom.js';

/** What waits on each partition that a stage reads, and who reads it; a table for each stage, closed until it is wanted. */
export class PartitionTables {
  #tables = new Map();

  constructor(context) {
    this.context = context;
    this.list = h('div', { class: 'partition-tables' });
    this.element = h(
      'section',
      { class: 'card waits-card', 'aria-labelledby': 'partitions-title' },
      h('h3', { id: 'partitions-title' }, context.t('partitions.title')),
      this.list,
    );
  }

  draw(health) {
    const stages = health.stages ?? [];
    this.element.hidden = stages.length === 0;
    for (const stage of stages) {
      if (!this.#tables.has(stage.name)) {
        const table = new PartitionTable(this.context, stage.name);
        this.#tables.set(stage.name, table);
        this.list.append(table.element);
      }
      this.#tables.get(stage.name).draw(stage);
    }
  }

  /** Opens the table of a stage and goes there. */
  show(stage) {
    const { element } = this.#tables.get(stage) ?? {};
    if (!element) return;
    element.open = true;
    element.scrollIntoView({ block: 'nearest' });
    element.firstElementChild.focus();
  }
}

class PartitionTable {
  #stage = null;

  constructor(context, stage) {
    const { t } = context;
    this.context = context;
    this.summary = h('span', { class: 'partition-sum' });
    this.body = h('tbody');
    const headings = ['topic', 'partition', 'offset', 'end', 'lag', 'member'];
    const numbers = new Set(['partition', 'offset', 'end', 'lag']);
    this.element = h(
      'details',
      { class: 'partition-table', ontoggle: () => this.#fill() },
      h('summary', null, h('strong', null, t(`stage.${stage}`)), ' ', this.summary),
      h(
        'div',
        { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': t('partitions.of', t(`stage.${stage}`)) },
        h(
          'table',
          null,
          h(
            'thead',
            null,
            h(
              'tr',
              null,
              headings.map(key => h('th', { scope: 'col', class: numbers.has(key) && 'number' }, t(`partitions.${key}`))),
            ),
          ),
          this.body,
        ),
      ),
    );
  }

  draw(stage) {
    const { t, format } = this.context;
    this.#stage = stage;
    const partitions = stage.partitions ?? [];
    const readers = new Set(partitions.map(one => one.member).filter(Boolean)).size;
    this.summary.textContent = [
      t('partitions.waiting', stage.lag ?? 0, format.number(stage.lag ?? 0)),
      t('partitions.count', partitions.length),
      readers ? t('partitions.readers', readers) : t('partitions.noReader'),
    ].join(' · ');
    this.#fill();
  }

  /* Rows of a table that is closed are not made. */
  #fill() {
    if (!this.element.open || !this.#stage) return;
    const { t } = this.context;
    const partitions = this.#stage.partitions ?? [];
    const most = Math.max(1, ...partitions.map(one => one.lag));
    replace(
      this.body,
      partitions.length
        ? partitions.map(one => this.#row(one, most))
        : h('tr', null, h('td', { colspan: 6 }, t('partitions.none'))),
    );
  }

  #row(one, most) {
    const { t, format } = this.context;
    return h(
      'tr',
      null,
      h('td', null, h('bdi', { dir: 'ltr' }, one.topic)),
      h('td', { class: 'number' }, one.partition),
      h('td', { class: 'number' }, one.offset === undefined ? t('measure.unknown') : format.number(one.offset)),
      h('td', { class: 'number' }, format.number(one.end)),
      h(
        'td',
        { class: 'number lag-cell', style: { '--part': `${(one.lag / most) * 100}%` } },
        h('span', null, format.number(one.lag)),
      ),
      h('td', null, one.member ? h('code', { dir: 'ltr' }, one.member) : h('em', null, t('partitions.noMember'))),
    );
  }
}
