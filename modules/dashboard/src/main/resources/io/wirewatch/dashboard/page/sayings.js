import { h } from './dom.js';
import { addWords, t as words } from './words.js';
import clauseWords from './words/clauses.js';

addWords(clauseWords);

/*
 * What the rule engine says of clauses, in the reader's language. The engine speaks English; its sentences are few and regular,
 * so each is recognised and said anew. One that is not recognised is shown as it came.
 */

/* Sentence, key of the words, and which of the captured parts are sentences themselves. The first that fits is taken. */
const SENTENCES = [
  [/^all of (\d+)$/, 'say.all'],
  [/^any of (\d+)$/, 'say.any'],
  [/^none of$/, 'say.none'],
  [/^near, within (\d+) words, in this order$/, 'say.nearOrdered'],
  [/^near, within (\d+) words$/, 'say.near'],
  [/^concept (\S+)$/, 'say.concept'],
  [/^score of at least (\S+)$/, 'say.score'],
  [/^(\d+) of (\d+) hold$/, 'say.hold'],
  [/^not one of (\d+) holds; nearest is (.+)$/, 'say.noneHoldsNearest', 2],
  [/^not one of (\d+) holds$/, 'say.noneHolds'],
  [/^not one of its (\d+) aliases is there$/, 'say.noAlias'],
  [/^the closest are within (\d+) words, wanted (\d+)$/, 'say.closest'],
  [/^in another order only$/, 'say.otherOrder'],
  [/^all are there, but not in one field$/, 'say.otherField'],
  [/^score (\S+) of (\S+)$/, 'say.scoreOf'],
  [/^the filter on (region|source|language|entity)$/, 'say.filter'],
  [/^('.+') is there, but stands beside what unless_followed_by or unless_preceded_by names$/, 'say.beside'],
  [/^('.+') is there, but not in capitals$/, 'say.notCapitals'],
  [/^('.+') is there, but fold keeps it apart$/, 'say.folded'],
  [/^('.+') is there, but with clitics$/, 'say.hasClitics'],
  [/^('.+') is there, an inflection, but exact is wanted$/, 'say.inflection'],
  [/^('.+') is there, but with more words between than slop allows$/, 'say.slop'],
  [/^('.+') is there, but not_span takes it away$/, 'say.notSpan'],
  [/^('.+') is there, but in a field that the rule does not look at$/, 'say.unseenField'],
  [/^(.+) is there, and must not be$/, 'say.mustNot', 1],
  [/^(.+) is not there$/, 'say.notThere', 1],
  [/^nothing of it is there$/, 'say.nothing'],
  [/^the published set$/, 'say.publishedSet'],
  [/^the rules given$/, 'say.rulesGiven'],
  [/^the rules of this process, since no set is published$/, 'say.rulesHere'],
];

const WORDS =
  /^(prefix|exact phrase|exact|phrase|term) ('.*')( in capitals)?( with clitics)?( with up to (\d+) words between)?$/;
const KINDS = {
  prefix: 'say.prefix',
  'exact phrase': 'say.exactPhrase',
  exact: 'say.exact',
  phrase: 'say.phrase',
  term: 'say.term',
};

/**
 * Says a sentence of the engine (the label of a clause, a remark, a reason) in the reader's language.
 *
 * @param {string} sentence as the engine wrote it
 * @param {(key: string, ...parts: unknown[]) => string} t
 * @returns {string}
 */
export function saying(sentence, t = words) {
  return whole(sentence, t) ?? joined(sentence, t) ?? sentence;
}

/** An element with a sentence of the engine in the reader's language; one that is not recognised is marked as English. */
export function engine(tag, attributes, sentence) {
  const said = saying(sentence);
  const english = said === sentence && { lang: 'en', dir: 'ltr' };
  return h(tag, { ...english, ...attributes }, said);
}

function whole(sentence, t) {
  const words = WORDS.exec(sentence);
  if (words) {
    return termWords(words, t);
  }
  for (const [pattern, key, inner] of SENTENCES) {
    const found = pattern.exec(sentence);
    if (found) {
      return t(key, ...found.slice(1).map((part, at) => (at + 1 === inner ? saying(part, t) : value(part))));
    }
  }
  return null;
}

function termWords([, kind, term, capitals, clitics, between, most], t) {
  return [
    t(KINDS[kind], term),
    capitals && t('say.capitals'),
    clitics && t('say.clitics'),
    between && t('say.between', Number(most)),
  ]
    .filter(Boolean)
    .join(' ');
}

/* "label: remark", where the label may hold a colon itself: the longest label that is known is taken. */
function joined(sentence, t) {
  for (let at = sentence.lastIndexOf(': '); at > 0; at = sentence.lastIndexOf(': ', at - 1)) {
    const label = whole(sentence.slice(0, at), t);
    if (label) {
      return t('say.because', label, saying(sentence.slice(at + 2), t));
    }
  }
  return null;
}

/* Numbers as numbers, so that the words can follow them. */
function value(part) {
  return /^-?\d+(\.\d+)?$/.test(part) ? Number(part) : part;
}
