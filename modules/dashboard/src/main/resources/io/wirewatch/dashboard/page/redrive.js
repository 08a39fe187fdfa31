import { h } from './dom.js';

const SAID_MILLIS = 2500;
const MOST_REASON = 100;

/**
 * The command that sends something back, or null where that is impossible: what the edge refused was never published.
 *
 * @param {{topic: string, step: string, reason: string, partition?: number, offset?: number}} refused a record, or a group of them
 */
export function redriveOf(refused) {
  if (refused.step.startsWith('ingest-')) return null;
  const which = refused.topic.endsWith('dead-letter') ? 'dead-letter' : 'rejected';
  const chosen = refused.offset === undefined
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
    ? `reason=${reason}` : `reason~${[...longest].slice(0, MOST_REASON).join('').trim()}`;
}

/** A command with a button that copies it. */
export function commandLine(command, t) {
  const said = h('span', { class: 'copied', role: 'status' });
  const code = h('code', { class: 'command', dir: 'ltr', tabindex: '0', role: 'textbox', 'aria-readonly': 'true', 'aria-label': t('command.label') }, command);
  const copy = h('button', { type: 'button', onclick: () => copied(command, code, said, t) }, t('command.copy'));
  return h('div', { class: 'command-line' }, code, copy, said);
}

/* Without https a browser has no clipboard for pages: then the command is selected, and the reader copies it. */
async function copied(command, code, said, t) {
  try {
    await navigator.clipboard.writeText(command);
    said.textContent = t('command.copied');
  } catch {
    getSelection().selectAllChildren(code);
    said.textContent = t('command.selected');
  }
  setTimeout(() => { said.textContent = ''; }, SAID_MILLIS);
}

/** A word for a POSIX shell: in single quotes, where one inside ends them, is escaped, and begins them again. */
export function quoted(text) {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
