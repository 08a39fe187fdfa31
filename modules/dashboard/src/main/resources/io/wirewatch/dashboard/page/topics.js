import { h, replace } from './dom.js';
import { Sparkline } from './sparkline.js';

/** The topics with what lies on them and what comes. */
export class TopicTable {
  #rows = new Map();

  constructor(context, history) {
    const { t } = context;
    this.context = context;
    this.history = history;
    this.body = h('tbody');
    this.element = h(
      'section',
      { class: 'card topics-card', 'aria-labelledby': 'topics-title' },
      h('h3', { id: 'topics-title' }, t('topics.title')),
      h(
        'div',
        { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': t('topics.table') },
        h(
          'table',
          { class: 'topics' },
          h(
            'thead',
            null,
            h(
              'tr',
              null,
              h('th', { scope: 'col' }, t('topics.name')),
              h('th', { scope: 'col', class: 'number' }, t('topics.partitions')),
              h('th', { scope: 'col', class: 'number' }, t('topics.records')),
              h('th', { scope: 'col', class: 'number' }, t('topics.rate')),
              h('th', { scope: 'col' }, h('span', { class: 'unseen' }, t('topics.course'))),
            ),
          ),
          this.body,
        ),
      ),
    );
  }

  draw(health) {
    const { t } = this.context;
    const topics = health.topics ?? [];
    const names = topics.map(topic => topic.name);
    if (names.join() !== [...this.#rows.keys()].join()) {
      this.#rows = new Map(names.map(name => [name, new Row(name)]));
      replace(
        this.body,
        names.length
          ? [...this.#rows.values()].map(row => row.element)
          : h('tr', null, h('td', { colspan: 5 }, t('topics.none'))),
      );
    }
    for (const topic of topics)
      this.#rows.get(topic.name).draw(topic, this.history.points(`topic ${topic.name}`), this.context);
  }
}

class Row {
  constructor(name) {
    this.partitions = h('td', { class: 'number' });
    this.records = h('td', { class: 'number' });
    this.rate = h('td', { class: 'number' });
    this.spark = new Sparkline();
    this.element = h(
      'tr',
      null,
      h('th', { scope: 'row' }, h('bdi', { dir: 'ltr' }, name)),
      this.partitions,
      this.records,
      this.rate,
      h('td', { class: 'spark-cell' }, this.spark.element),
    );
  }

  draw(topic, points, { t, format }) {
    this.partitions.textContent = format.number(topic.partitions);
    this.records.textContent = format.number(topic.records);
    this.rate.textContent = t('rate', format.number(topic.perSecond));
    this.spark.draw(points, '');
  }
}
