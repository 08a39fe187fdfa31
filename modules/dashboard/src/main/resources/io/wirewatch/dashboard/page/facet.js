import { valueName } from './chips.js';
import { h, replace } from './dom.js';
import { Option } from './option.js';
import { regions } from './regions.js';
import { t } from './words.js';

const FEW = 7;
const SEARCHED_FROM = 12;

/*
 * The values of one facet with their counts. Values keep their order and their elements while counts change under them, so that what
 * somebody is about to click stays where it is; a new filter sorts anew.
 */
export class Facet {
  element;
  #store;
  #name;
  #fixed;
  #options = new Map();
  #order = [];
  #body = h('ul', { class: 'options' });
  #more = h('button', { type: 'button', class: 'plain more-options', onclick: () => this.#showAll() });
  #find = h('input', {
    type: 'search',
    class: 'find',
    hidden: true,
    placeholder: t('facet.find'),
    'aria-label': t('facet.find'),
    oninput: () => this.#arrange(),
  });
  #all = false;
  #expanded = new Set();

  /** @param {string[]} [fixed] the values in their order, where all are known */
  constructor(store, name, fixed) {
    this.#store = store;
    this.#name = name;
    this.#fixed = fixed;
    const tree = name === 'region';
    if (tree) this.#body.classList.add('tree');
    this.element = h(
      'details',
      { class: ['facet', `facet-${name}`], open: true },
      h('summary', null, t(`facet.${name}.title`)),
      this.#find,
      this.#body,
      this.#more,
    );
  }

  /** Shows counts, by value. @param {boolean} anew whether values may change their order */
  show(counts, anew) {
    const selected = this.#selected();
    const values = this.#fixed ?? [
      ...new Set([...counts.keys(), ...selected.map(value => value.replace(/^!/, '')), ...(anew ? [] : this.#order)]),
    ];
    const position = new Map(this.#order.map((value, index) => [value, index]));
    const before = value => (anew || !position.has(value) ? Infinity : position.get(value));
    if (!this.#fixed)
      values.sort((a, b) => (before(a) === before(b) ? (counts.get(b) ?? 0) - (counts.get(a) ?? 0) : before(a) - before(b)));
    const most = Math.max(1, ...counts.values());
    for (const value of values) this.#option(value).say(counts.get(value) ?? 0, most, selected);
    const same = values.length === this.#order.length && values.every((value, index) => value === this.#order[index]);
    this.#order = values;
    if (!same || anew) this.#arrange();
  }

  #selected() {
    const chosen = this.#store.filter[this.#name];
    return Array.isArray(chosen) ? chosen : [chosen].filter(Boolean);
  }

  #option(value) {
    if (!this.#options.has(value))
      this.#options.set(value, new Option(this.#store, this.#name, value, () => this.#expand(value)));
    return this.#options.get(value);
  }

  #showAll() {
    this.#all = !this.#all;
    this.#arrange();
  }

  #expand(value) {
    if (!this.#expanded.delete(value)) this.#expanded.add(value);
    this.#arrange();
  }

  #arrange() {
    this.#find.hidden = this.#order.length < SEARCHED_FROM;
    const sought = this.#find.value.trim().toLowerCase();
    if (sought)
      this.#listed(
        this.#order.filter(value => valueName(this.#name, value).toLowerCase().includes(sought)),
        true,
      );
    else if (this.#name === 'region') this.#grow();
    else this.#listed(this.#order, this.#all || this.#fixed);
  }

  #listed(values, all) {
    const options = values.map(value => this.#option(value));
    const shown = all ? options : options.filter((option, index) => index < FEW || option.chosen);
    shown.forEach(option => option.nest(null));
    replace(
      this.#body,
      shown.map(option => option.element),
    );
    this.#offer(options.length, FEW, all && !this.#all);
  }

  #offer(count, few, without) {
    this.#more.hidden = count <= few || without;
    this.#more.textContent = this.#all ? t('facet.fewer') : t('facet.more', count - few);
  }

  /* Countries; in those that are opened, or where something is chosen, provinces; in these, places. */
  #grow() {
    const inside = new Map();
    for (const value of this.#order) {
      const around = regions.around(value);
      const parent = around && this.#options.has(around) ? around : null;
      if (!inside.has(parent)) inside.set(parent, []);
      inside.get(parent).push(value);
    }
    const roots = inside.get(null) ?? [];
    const shown = this.#all ? roots : roots.slice(0, FEW);
    replace(
      this.#body,
      shown.map(value => this.#branch(value, inside)),
    );
    this.#offer(roots.length, FEW, false);
  }

  #branch(value, inside) {
    const option = this.#option(value);
    const children = inside.get(value) ?? [];
    const open = this.#expanded.has(value) || holds(value, inside, this.#options);
    option.nest(
      children.length === 0 ? null : { open, children: open ? children.map(child => this.#branch(child, inside)) : [] },
    );
    return option.element;
  }
}

function holds(value, inside, options) {
  return (inside.get(value) ?? []).some(child => options.get(child).chosen || holds(child, inside, options));
}
