/**
 * @typedef {{start: number, end: number}} Span UTF-16 offsets in one text, end exclusive
 * @typedef {{text: string, match?: object, first: boolean}} Piece a stretch of text under at most one match; `first`: the match begins here
 * @typedef {{entity?: object, pieces: Piece[]}} Run a stretch of text under at most one entity
 */

/**
 * Cuts a text into runs, one an entity or what lies between two, and each run into pieces, so that what overlaps can be
 * shown at once: entities never overlap one another; matches overlap each other and entities as they like. Of matches
 * that overlap, the one that begins first keeps the place, and of two that begin together the longer one. Spans that do
 * not fit the text are cut to it; one that would part a surrogate pair is widened to the whole of it.
 *
 * @param {string} text
 * @param {Span[]} entities
 * @param {Span[]} matches
 * @returns {Run[]} all of the text, in its order; empty for the empty text
 */
export function runs(text, entities, matches) {
  const marks = apart(fitting(text, matches));
  const found = [];
  let at = 0;
  for (const entity of apart(fitting(text, entities))) {
    if (entity.start > at) found.push({ pieces: pieces(text, at, entity.start, marks) });
    found.push({ entity: entity.of, pieces: pieces(text, entity.start, entity.end, marks) });
    at = entity.end;
  }
  if (at < text.length) found.push({ pieces: pieces(text, at, text.length, marks) });
  return found;
}

/**
 * The paragraphs of a body, each with where it begins.
 *
 * @param {string} body paragraphs parted by line feeds
 * @returns {{start: number, text: string}[]} without empty ones
 */
export function paragraphs(body) {
  const found = [];
  let start = 0;
  for (const text of body.split('\n')) {
    if (text.trim()) found.push({ start, text });
    start += text.length + 1;
  }
  return found;
}

/**
 * Hands out the spans of a longer text paragraph by paragraph, in their order: each is looked at a few times, however many there
 * are.
 *
 * @param {Span[]} spans of the longer text
 * @returns {(paragraph: {start: number, text: string}) => Span[]} those that touch the paragraph, as spans of it; to be asked of each
 *     paragraph after those before it
 */
export function within(spans) {
  const sorted = [...spans].sort((one, other) => one.start - other.start);
  let first = 0;
  return ({ start, text }) => {
    const end = start + text.length;
    while (first < sorted.length && sorted[first].end <= start) first++;
    const found = [];
    for (let index = first; index < sorted.length && sorted[index].start < end; index++) {
      const span = sorted[index];
      if (span.end > start) found.push({ ...span, start: span.start - start, end: span.end - start });
    }
    return found;
  };
}

function pieces(text, from, to, marks) {
  const found = [];
  let at = from;
  for (const mark of marks) {
    const start = Math.max(mark.start, from);
    const end = Math.min(mark.end, to);
    if (start >= end) continue;
    if (start > at) found.push({ text: text.slice(at, start), first: false });
    found.push({ text: text.slice(start, end), match: mark.of, first: start === mark.start });
    at = end;
  }
  if (at < to) found.push({ text: text.slice(at, to), first: false });
  return found;
}

function fitting(text, spans) {
  return spans
    .map(of => ({ start: whole(text, of.start, -1), end: whole(text, of.end, 1), of }))
    .filter(span => span.start < span.end)
    .sort((one, other) => one.start - other.start || other.end - one.end);
}

function whole(text, offset, step) {
  const at = Math.min(Math.max(Math.trunc(offset) || 0, 0), text.length);
  const parts = at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));
  return parts ? at + step : at;
}

function apart(spans) {
  const found = [];
  let at = 0;
  for (const span of spans) {
    if (span.end <= at) continue;
    found.push({ ...span, start: Math.max(span.start, at) });
    at = span.end;
  }
  return found;
}

const isHigh = unit => unit >= 0xd800 && unit < 0xdc00;
const isLow = unit => unit >= 0xdc00 && unit < 0xe000;
