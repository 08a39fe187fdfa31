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
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...entities, ...marks]) {
    if (start >= 0 && end <= text.length && start < end) cuts.add(start).add(end);
  }
  const at = [...cuts].sort((a, b) => a - b);
  return at.slice(1).map((end, index) => piece(text.slice(at[index], end), {
    entity: entities.find(covers(at[index], end)),
    marks: marks.filter(covers(at[index], end)),
  }));
}

const covers = (start, end) => span => span.start <= start && span.end >= end;

function piece(text, { entity, marks }) {
  let node = document.createTextNode(text);
  if (marks.length) {
    const rules = new Set(marks.flatMap(mark => [...mark.rules]));
    node = h('mark', { dataset: { rules: [...rules].join(' ') }, title: marks[0].title }, node);
  }
  return entity ? h('span', { class: 'entity', dataset: { type: entity.type }, title: entity.title }, node) : node;
}
