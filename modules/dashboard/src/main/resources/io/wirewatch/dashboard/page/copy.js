import { h } from './dom.js';
import { t } from './words.js';

const COPIED_MILLIS = 2_000;

/** A button that copies a text, and says so. */
export function copyButton(text, label = t('copy.copy'), kind = 'plain') {
  const words = h('span', { 'aria-live': 'polite' }, label);
  const copy = async () => {
    words.textContent = t((await copied(text)) ? 'copy.copied' : 'copy.notCopied');
    setTimeout(() => (words.textContent = label), COPIED_MILLIS);
  };
  return h('button', { type: 'button', class: kind, onclick: copy }, words);
}

/** A command with a button that copies it. */
export function commandLine(command) {
  const field = { class: 'command', dir: 'ltr', tabindex: '0', role: 'textbox', 'aria-readonly': 'true' };
  const code = h('code', { ...field, 'aria-label': t('copy.command') }, command);
  return h('div', { class: 'command-line' }, code, copyButton(command, t('copy.copy'), null));
}

/* Browsers give the clipboard to secure pages alone; the old way works on the others. */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = h('textarea', { class: 'unseen', readonly: true, value: text });
    const focused = document.activeElement;
    (focused?.closest('dialog') ?? document.body).append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    focused?.focus();
    return done;
  }
}
