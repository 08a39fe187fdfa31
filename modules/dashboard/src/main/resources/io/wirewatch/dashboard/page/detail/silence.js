import { h } from '../dom.js';
import { t } from '../words.js';
import { format } from '../format.js';
import { silence, whyNot } from './decisions.js';
import { wrongWith } from './ends.js';
import { howLong } from './howlong.js';
import { chosenOf, matcherFields, partedOf } from './matcherfields.js';
import { preview } from './preview.js';

/* Where a sentence of the server belongs, by the words in it; what fits none stands at the end of the form. */
const FIELDS = [
  ['until', /\buntil\b|\bends at\b/i],
  ['why', /\btext\b|\bwhy\b/i],
  ['matchers', /matcher|label|takes|severity|expression/i],
];

/**
 * Opens the dialog that makes a silence. It can be saved only after what it would have hidden has been shown.
 *
 * @param {object} context
 * @param {object} [alert] whose rule, region and source it begins with
 * @param {{matchers?: string[], why?: string}} [like] what it begins with instead
 */
export function openSilence(context, alert, { matchers, why = '' } = {}) {
  if (document.querySelector('dialog.silence[open]')) return;
  const { store, api } = context;
  const problem = h('p', { class: 'problem', role: 'alert' });
  const reason = h('p', { class: 'muted', id: 'silence-reason', 'aria-live': 'polite' });
  const save = h('button', { type: 'submit', class: 'primary', 'aria-describedby': 'silence-reason' }, t('silence.save'));
  const shown = preview(api, text => what.say(text), allow);
  const what = matcherFields(store, matchers ? partedOf(matchers) : { chosen: chosenOf(alert), written: [] }, () =>
    shown.of(what.matchers()),
  );
  const time = howLong();
  const because = whyField(why);
  const form = h(
    'form',
    { method: 'dialog', novalidate: true, onsubmit: submitted },
    h('h2', { id: 'silence-heading' }, t('silence.new')),
    what.element,
    time.element,
    because.element,
    h(
      'section',
      { class: 'preview-box', 'aria-labelledby': 'silence-preview' },
      h('h3', { id: 'silence-preview' }, t('silence.preview')),
      shown.element,
    ),
    problem,
    h(
      'div',
      { class: 'buttons' },
      reason,
      h('button', { type: 'button', onclick: () => dialog.close() }, t('silence.cancel')),
      save,
    ),
  );
  // Keys of the page behind it mean nothing in here; Escape closes it by itself.
  const dialog = h(
    'dialog',
    { class: 'silence', 'aria-labelledby': 'silence-heading', onkeydown: key => key.stopPropagation(), onclose: closed },
    form,
  );

  function closed() {
    shown.end();
    dialog.remove();
  }

  function allow() {
    const off =
      whyNot(store) ||
      (what.matchers().length === 0 ? t('silence.noMatchers') : shown.is(what.matchers()) ? '' : t('silence.previewFirst'));
    save.setAttribute('aria-disabled', String(Boolean(off)));
    reason.textContent = off;
  }

  async function submitted(event) {
    event.preventDefault();
    if (save.getAttribute('aria-disabled') === 'true' || !complete()) return;
    save.setAttribute('aria-disabled', 'true');
    problem.textContent = '';
    try {
      const until = time.end();
      await silence(store, api, what.matchers(), until.toISOString(), because.text());
      dialog.close();
      document.getElementById('said')?.replaceChildren(t('silence.saved', format.time(until.toISOString())));
    } catch (refused) {
      refuse(refused);
      allow();
    }
  }

  function complete() {
    const wrong = wrongWith(time.end(), Date.now());
    time.say(wrong && t(`silence.time.${wrong}`));
    because.say(because.text() ? '' : t('silence.whyNeeded'));
    if (wrong) time.element.querySelector('input:checked').focus();
    else if (!because.text()) because.focus();
    return !wrong && Boolean(because.text());
  }

  function refuse({ status, message }) {
    const field = status === 400 && FIELDS.find(([, words]) => words.test(message))?.[0];
    const say = { until: time.say, why: because.say, matchers: what.say }[field];
    if (say) say(message);
    else problem.textContent = message;
  }

  document.body.append(dialog);
  dialog.showModal();
  if (alert || matchers) because.focus();
  else what.focus();
  shown.of(what.matchers());
}

function whyField(first) {
  const problem = h('p', { class: 'problem', id: 'silence-why-problem', role: 'alert' });
  const field = h('textarea', {
    id: 'silence-why',
    name: 'why',
    rows: 2,
    maxlength: 1000,
    required: true,
    value: first,
    'aria-describedby': 'silence-why-problem',
    oninput: () => say(''),
  });

  function say(text) {
    problem.textContent = text;
    field.setAttribute('aria-invalid', String(Boolean(text)));
  }

  return {
    element: h('div', { class: 'why-field' }, h('label', { for: 'silence-why' }, t('silence.why')), field, problem),
    text: () => field.value.trim(),
    say,
    focus: () => field.focus(),
  };
}
