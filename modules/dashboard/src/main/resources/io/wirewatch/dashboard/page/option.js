import { valueName } from './chips.js';
import { h, replace } from './dom.js';
import { format } from './format.js';
import { t } from './words.js';

/** One value of a facet: chosen or not, how often there is, and for a region what is inside. */
export class Option {
  element;
  chosen = false;
  #value;
  #box;
  #count = h('span', { class: 'option-count' });
  #label;
  #not;
  #expander;
  #children = h('ul', { class: 'options', hidden: true });
  #said = '';

  constructor(store, facet, value, expand) {
    this.#value = value;
    const name = valueName(facet, value);
    const toggle =
      facet === 'state'
        ? () => store.setFilter({ state: store.filter.state === value ? '' : value })
        : () => store.toggle(facet, this.#box.dataset.not ? `!${value}` : value);
    this.#box = h('input', { type: 'checkbox', onchange: toggle });
    const text =
      facet === 'severity'
        ? h('span', { class: 'severity', dataset: { severity: value } }, name)
        : h('bdi', { class: 'option-name', title: name }, name);
    this.#label = h('label', null, this.#box, text, this.#count);
    this.#not =
      facet === 'state'
        ? null
        : h(
            'button',
            {
              type: 'button',
              class: 'plain except',
              title: t('facet.except', name),
              'aria-label': t('facet.except', name),
              onclick: () => store.toggle(facet, `!${value}`),
            },
            '≠',
          );
    this.#expander = h('button', {
      type: 'button',
      class: 'plain expander',
      hidden: true,
      'aria-label': t('facet.inside', name),
      onclick: expand,
    });
    this.element = h(
      'li',
      { class: 'option' },
      h('div', { class: 'option-line' }, this.#expander, this.#label, this.#not),
      this.#children,
    );
  }

  say(count, most, selected) {
    const not = selected.includes(`!${this.#value}`);
    this.chosen = not || selected.includes(this.#value);
    const said = `${count}/${most}/${this.chosen}/${not}`;
    if (said === this.#said) return;
    this.#said = said;
    this.#box.checked = this.chosen;
    if (not) this.#box.dataset.not = 'yes';
    else delete this.#box.dataset.not;
    this.#count.textContent = format.number(count);
    this.element.classList.toggle('none', count === 0 && !this.chosen);
    this.element.classList.toggle('not', not);
    this.#label.style.setProperty('--share', String(count / most));
  }

  /** @param {?{open: boolean, children: Element[]}} inside null where nothing is */
  nest(inside) {
    this.#expander.hidden = !inside;
    this.#children.hidden = !inside?.open;
    this.#expander.setAttribute('aria-expanded', String(Boolean(inside?.open)));
    replace(this.#children, inside?.children ?? []);
  }
}
