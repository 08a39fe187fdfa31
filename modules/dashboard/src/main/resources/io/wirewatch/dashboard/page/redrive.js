const MOST_REASON = 100;

/* What the server calls records that are older than what it looks at: it knows how many there are, not what they are. */
const EARLIER = 'earlier';

/** Whether a group is only counted: nothing is known of its records. */
export function isCountedOnly({ step }) {
  return step === EARLIER;
}

/**
 * The command that sends something back, or null where that is impossible: what the edge refused was never published, and of what is
 * only counted nobody knows what it is.
 *
 * @param {{topic: string, step: string, reason: string, partition?: number, offset?: number}} refused a record, or a group of them
 */
export function redriveOf(refused) {
  if (isCountedOnly(refused) || refused.step.startsWith('ingest-')) return null;
  const which = refused.topic.endsWith('dead-letter') ? 'dead-letter' : 'rejected';
  const chosen =
    refused.offset === undefined
      ? `--where ${quoted(`step=${refused.step}`)} --where ${quoted(reasonOf(refused.reason))}`
      : `--id ${refused.partition}/${refused.offset}`;
  return `wirewatch redrive ${which} ${chosen}`;
}

/*
 * A long reason comes cut, and one with an address without its user, both with an ellipsis: then the longest piece has to be contained.
 * So has the beginning of one that is too long for a command that people read.
 */
function reasonOf(reason) {
  const longest = reason.split('…').reduce((best, piece) => (piece.length > best.length ? piece : best));
  return longest.length <= MOST_REASON && longest === reason
    ? `reason=${reason}`
    : `reason~${[...longest].slice(0, MOST_REASON).join('').trim()}`;
}

/** A word for a POSIX shell: in single quotes, where one inside ends them, is escaped, and begins them again. */
export function quoted(text) {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
