import { h, replace } from './dom.js';
import { addWords, t } from './words.js';
import words from './words/detail.js';
import { format, relativeTime } from './format.js';
import { silenceTest } from './matchers.js';
import { stateBox } from './state.js';
import { openSilence } from './detail/silence.js';
import { takeBack, whyNot } from './detail/decisions.js';
import { parted } from './detail/ends.js';
import { action, moment } from './detail/parts.js';
import { matcherList } from './detail/silencewords.js';

addWords(words);

const FIRST_OVER = 20;
const COUNT_MILLIS = 5000;
const SURE_MILLIS = 5000;

/** Shows the silences that hold, those to come, and those that are over. */
export function mount(element, context) {
  const { store } = context;
  const create = h(
    'button',
    { type: 'button', class: 'primary', 'aria-haspopup': 'dialog', onclick: () => whyNot(store) || openSilence(context) },
    t('silence.newButton'),
  );
  const reason = h('p', { class: 'muted', id: 'silences-reason' });
  const groups = h('div', { class: 'groups' });
  const problem = h('p', { class: 'problem', role: 'alert' });
  replace(
    element,
    h(
      'div',
      { class: 'silences' },
      h(
        'header',
        { class: 'panel-head' },
        h('div', null, h('h2', null, t('silence.silences')), h('p', { class: 'muted' }, t('silence.silencesWhat'))),
        h('span', { class: 'push' }),
        reason,
        create,
      ),
      problem,
      groups,
    ),
  );
  const sure = new Set();
  let allOver = false;

  function draw() {
    if (store.view.name !== 'silences') return;
    const focused = groups.contains(document.activeElement) && document.activeElement.dataset.key;
    const off = whyNot(store);
    reason.textContent = off;
    create.setAttribute('aria-disabled', String(Boolean(off)));
    const entries = [...store.desk.values()].filter(entry => entry.silence);
    replace(groups, entries.length === 0 ? nothing(context, off) : sorted(entries, off));
    if (focused) groups.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  function sorted(entries, off) {
    const { holding, coming, over } = parted(entries, Date.now());
    return [
      group('holding', holding, entry => line(entry, 'holding', off)),
      coming.length > 0 && group('coming', coming, entry => line(entry, 'coming', off)),
      over.length > 0 &&
        group('over', allOver ? over : over.slice(0, FIRST_OVER), entry => line(entry, 'over', off), over.length),
      !allOver &&
        over.length > FIRST_OVER &&
        h(
          'button',
          {
            type: 'button',
            class: 'plain more',
            onclick: () => {
              allOver = true;
              draw();
            },
          },
          t('silence.moreOver', over.length - FIRST_OVER),
        ),
    ];
  }

  function line(entry, group, off) {
    const { matchers, start, end, coldMillis } = entry.silence;
    return h(
      'li',
      { class: ['silence-line', `is-${group}`] },
      h('div', { class: 'silence-what' }, matcherList(matchers), h('p', { class: 'said' }, h('bdi', null, entry.text))),
      h(
        'div',
        { class: 'silence-when' },
        group === 'coming' && h('p', null, t('silence.from'), ' ', moment(start)),
        h('p', null, t(group === 'over' ? 'silence.ended' : 'silence.untilWord'), ' ', moment(end)),
        coldMillis && group !== 'over' && h('p', { class: 'muted' }, t('silence.cold', format.number(coldMillis / 3_600_000))),
        group === 'holding' && h('p', null, h('strong', { class: 'hides', dataset: { silence: entry.id } }, hides(entry))),
        h('p', { class: 'muted' }, t('silence.by'), ' ', h('bdi', { class: 'who' }, entry.by), ' · ', relativeTime(entry.at)),
      ),
      h(
        'div',
        { class: 'silence-do' },
        group === 'over'
          ? action(t('silence.again'), () => openSilence(context, null, { matchers, why: entry.text }), {
              off,
              class: 'plain',
              'aria-haspopup': 'dialog',
              dataset: { key: entry.id },
            })
          : endButton(entry, off),
      ),
    );
  }

  /* Of the alerts that the page holds, by when they came. */
  function hides({ silence: { matchers, start } }) {
    const fits = silenceTest(matchers);
    let count = 0;
    for (const alert of store.alerts.values())
      if (alert.arrivedAt >= start && alert.status !== 'RETRACTED' && fits(alert)) count++;
    return t('silence.hides', count);
  }

  /* Asks once more in its own place: the second press ends it. */
  function endButton(entry, off) {
    const isSure = sure.has(entry.id);
    return action(t(isSure ? 'silence.endSure' : 'silence.endNow'), () => (isSure ? end(entry) : ask(entry)), {
      off,
      class: isSure ? 'danger' : null,
      dataset: { key: entry.id },
    });
  }

  function ask({ id }) {
    sure.add(id);
    draw();
    setTimeout(() => sure.delete(id) && draw(), SURE_MILLIS);
  }

  async function end(entry) {
    sure.delete(entry.id);
    problem.textContent = '';
    try {
      await takeBack(store, context.api, entry);
    } catch (refused) {
      problem.textContent = refused.message;
    }
    draw();
  }

  function count() {
    if (document.hidden || store.view.name !== 'silences') return;
    for (const element of groups.querySelectorAll('.hides')) {
      const entry = store.desk.get(element.dataset.silence);
      if (entry) element.textContent = hides(entry);
    }
  }

  for (const name of ['desk', 'view', 'session', 'connection']) store.on(name, draw);
  setInterval(count, COUNT_MILLIS);
  draw();
}

function nothing(context, off) {
  const { store } = context;
  if (store.connection === 'loading') return stateBox('loading', t('detail.loading'));
  if (store.connection === 'offline' || store.connection === 'error')
    return stateBox(store.connection, t('detail.notConnected'));
  return stateBox(
    'empty',
    t('silence.noneYet'),
    off ? undefined : { label: t('silence.newButton'), run: () => openSilence(context) },
  );
}

function group(name, entries, line, count = entries.length) {
  const id = `silences-${name}`;
  return h(
    'section',
    { 'aria-labelledby': id },
    h('h3', { id }, t(`silence.${name}`), ' ', h('span', { class: 'count' }, format.number(count))),
    entries.length > 0
      ? h('ul', { class: 'silence-list' }, entries.map(line))
      : h('p', { class: 'muted' }, t('silence.noneHold')),
  );
}
