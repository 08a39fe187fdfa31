import { h, replace } from './dom.js';

const SHORT = 12;

/** Which rule set is published, which each instance runs, and of which versions all of it is. */
export class RuleSets {
  #shown = '';

  constructor(context) {
    this.context = context;
    this.sets = h('div', { class: 'rule-sets' });
    this.versions = h('dl', { class: 'versions' });
    this.element = h(
      'section',
      { class: 'card rules-card', 'aria-labelledby': 'rulesets-title' },
      h('h3', { id: 'rulesets-title' }, context.t('rulesets.title')),
      this.sets,
      this.versions,
    );
  }

  draw(health) {
    const { ruleSet, version, kafkaVersion, javaVersion } = health;
    const now = JSON.stringify([ruleSet, version, kafkaVersion, javaVersion]);
    if (now === this.#shown) return; // a selection in it is kept
    this.#shown = now;
    replace(this.sets, this.#verdict(ruleSet ?? {}), this.#instances(ruleSet ?? {}));
    replace(
      this.versions,
      [
        ['wirewatch', version],
        ['Kafka', kafkaVersion],
        ['Java', javaVersion],
      ]
        .filter(([, value]) => value)
        .map(([name, value]) => h('div', null, h('dt', null, name), h('dd', { dir: 'ltr' }, value))),
    );
  }

  #verdict({ published, running = {} }) {
    const { t } = this.context;
    const hashes = new Set(Object.values(running));
    const others = Object.values(running).filter(hash => hash !== published).length;
    const [kind, text] = published
      ? others
        ? ['differs', t('rulesets.differs', others)]
        : ['agrees', t(hashes.size ? 'rulesets.agrees' : 'rulesets.nobody')]
      : hashes.size > 1
        ? ['differs', t('rulesets.disagree', hashes.size)]
        : ['plain', t('rulesets.unpublished')];
    return [
      published ? h('p', { class: 'rule-published' }, t('rulesets.published'), ' ', hashed(published)) : null,
      h(
        'p',
        { class: ['verdict', `verdict-${kind}`] },
        text,
        kind === 'differs' ? h('span', { class: 'verdict-advice' }, ' ', t('rulesets.advice')) : null,
      ),
    ];
  }

  #instances({ published, running = {} }) {
    const { t } = this.context;
    const entries = Object.entries(running).sort(([a], [b]) => a.localeCompare(b));
    if (!entries.length) return null;
    return h(
      'ul',
      { class: 'instances', 'aria-label': t('rulesets.instances') },
      entries.map(([member, hash]) => {
        const differs = published !== undefined && hash !== published;
        return h(
          'li',
          { class: differs && 'instance-differs' },
          h('code', { dir: 'ltr' }, member),
          ' ',
          hashed(hash),
          h('span', { class: 'instance-says' }, differs ? t('rulesets.another') : published ? t('rulesets.same') : ''),
        );
      }),
    );
  }
}

function hashed(hash) {
  return h('code', { class: 'hash', dir: 'ltr', title: hash }, hash.length > SHORT ? `${hash.slice(0, SHORT)}…` : hash);
}
