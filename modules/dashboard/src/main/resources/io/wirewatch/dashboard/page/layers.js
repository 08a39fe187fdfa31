import { h } from './dom.js';

/**
 * A text with entities coloured and words marked, where both may overlap.
 *
 * @param {string} text
 * @param {Array<{start: number, end: number, type: string, title: string}>} entities UTF-16 offsets
 * @param {Array<{start: number, end: number, rules: Set<string>}>} marks
 * @returns {Node[]} together they say the text; pieces of an entity have the class `entity` and `data-type`, marks are `<mark>`s with
 *     `data-rules`
 */
export function layered(text, entities, marks) {
  return pieces(text, entities, marks).map(node);
}

/** The text cut where an entity or a mark begins or ends: `{text, entity?, marks}`, in order. Spans that reach outside the text are left out. */
export function pieces(text, entities, marks) {
  const inside = ({ start, end }) => start >= 0 && end <= text.length && start < end;
  const named = entities.filter(inside);
  const marked = marks.filter(inside);
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...named, ...marked]) cuts.add(start).add(end);
  const at = [...cuts].sort((a, b) => a - b);
  return at.slice(1).map((end, index) => ({
    text: text.slice(at[index], end),
    entity: named.find(covers(at[index], end)),
    marks: marked.filter(covers(at[index], end)),
  }));
}

const covers = (start, end) => span => span.start <= start && span.end >= end;

function node({ text, entity, marks }) {
  let made = document.createTextNode(text);
  if (marks.length) {
    const rules = new Set(marks.flatMap(mark => [...mark.rules]));
    made = h('mark', { dataset: { rules: [...rules].join(' ') }, title: marks[0].title }, made);
  }
  return entity ? h('span', { class: 'entity', dataset: { type: entity.type }, title: entity.title }, made) : made;
}
