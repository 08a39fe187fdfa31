/*
 * Elements from data. Texts become text nodes and attributes are set by name, so nothing that an article says is ever read as
 * markup; addresses are taken only where a click on them cannot run anything.
 */
const SVG = 'http://www.w3.org/2000/svg';
const ADDRESSES = new Set(['href', 'src', 'xlink:href']);
const SAFE = /^(https?:|mailto:|data:image\/|#|\/(?!\/)|\.{0,2}\/|[^:]*$)/i;

/**
 * An HTML element.
 *
 * @param {string} tag its name
 * @param {Object<string, *>} [attributes] by name; `class` takes a text or a list (falsy ones are left out), `dataset` and `style`
 *     (custom properties too) take objects, `on…` takes a listener, true and false set and leave out, null and undefined leave out;
 *     `value`, `checked`, `disabled`, `indeterminate` and `selected` are set as properties
 * @param {...(Node|string|number|Array|null|undefined|false)} children lists are flattened, nothing is made of null and false
 * @returns {HTMLElement}
 */
export function h(tag, attributes, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/**
 * An SVG element; attributes and children as in {@link h}.
 *
 * @returns {SVGElement}
 */
export function svg(tag, attributes, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

/**
 * Puts children in the place of those that an element has.
 *
 * @returns the element
 */
export function replace(element, ...children) {
  element.replaceChildren(...nodes(children));
  return element;
}

/**
 * A text with places in it highlighted.
 *
 * @param {string} text
 * @param {Array<{start: number, end: number}>} marks UTF-16 offsets in any order; those that overlap become one, those outside are cut
 * @returns {Node[]} text nodes and `<mark>`s that together say the text
 */
export function marked(text, marks) {
  const made = [];
  let at = 0;
  for (const { start, end } of joined(marks ?? [], text.length)) {
    if (start > at) made.push(document.createTextNode(text.slice(at, start)));
    made.push(h('mark', null, text.slice(start, end)));
    at = end;
  }
  if (at < text.length) made.push(document.createTextNode(text.slice(at)));
  return made;
}

function joined(marks, length) {
  const sorted = marks
    .map(mark => ({ start: Math.max(0, mark.start), end: Math.min(length, mark.end) }))
    .filter(mark => mark.start < mark.end)
    .sort((a, b) => a.start - b.start);
  const apart = [];
  for (const mark of sorted) {
    const last = apart.at(-1);
    if (last && mark.start <= last.end) last.end = Math.max(last.end, mark.end);
    else apart.push(mark);
  }
  return apart;
}

const PROPERTIES = new Set(['value', 'checked', 'disabled', 'indeterminate', 'selected']);

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value !== null && value !== undefined) attribute(element, name, value);
  }
  element.append(...nodes(children));
  return element;
}

function attribute(element, name, value) {
  if (name.startsWith('on') && typeof value === 'function') {
    element.addEventListener(name.slice(2), value);
  } else if (name === 'dataset') {
    for (const [key, text] of Object.entries(value)) if (text !== null && text !== undefined) element.dataset[key] = text;
  } else if (name === 'style') {
    for (const [key, text] of Object.entries(value)) element.style.setProperty(key, text);
  } else if (PROPERTIES.has(name) && name in element) {
    element[name] = value;
  } else if (ADDRESSES.has(name) && !SAFE.test(String(value).trim())) {
    console.warn(`left out an address that is no link: ${String(value).slice(0, 80)}`);
  } else if (name.startsWith('aria-')) {
    element.setAttribute(name, String(value));
  } else if (value !== false) {
    element.setAttribute(name, text(name, value));
  }
}

function text(name, value) {
  if (name === 'class' && Array.isArray(value)) return value.filter(Boolean).join(' ');
  return value === true ? '' : String(value);
}

function nodes(children) {
  return children
    .flat(Infinity)
    .filter(child => child !== null && child !== undefined && child !== false && child !== '')
    .map(child => (child instanceof Node ? child : String(child)));
}
