import { h, replace } from '../dom.js';
import { t } from '../words.js';
import { relativeTime } from '../format.js';
import { icon } from '../icons.js';
import { action, section } from './parts.js';
import { acknowledge, assign, comment, decidedOf, people, takeBack, whyNot } from './decisions.js';
import { matcherList } from './silencewords.js';

/**
 * What the desk has decided of an incident, and what it can decide: acknowledge, assign, comment, silence. What somebody is
 * writing stays while entries come.
 *
 * @param {object} context
 * @param {string} incident its id
 * @param {() => void} silence opens the dialog
 * @returns {{element: HTMLElement, update: () => void, comment: () => void}} `comment` moves the focus to the comment's field
 */
export function deskOf(context, incident, silence) {
  const { store, api } = context;
  const standing = h('ul', { class: 'decided' });
  const actions = h('div', { class: 'actions', role: 'group', 'aria-label': t('detail.actions') });
  const comments = h('ol', { class: 'comments' });
  const problem = h('p', { class: 'problem', role: 'alert', hidden: true });
  const reason = h('p', { class: 'reason muted', hidden: true });
  const assigning = assignment(context, to => attempt(() => assign(store, api, incident, to)));
  const writing = commentForm(text => attempt(() => comment(store, api, incident, text)));
  const element = section(
    'desk',
    t('detail.desk'),
    actions,
    reason,
    problem,
    assigning.element,
    standing,
    comments,
    writing.element,
  );

  async function attempt(decide) {
    problem.hidden = true;
    try {
      await decide();
      return true;
    } catch (refused) {
      problem.textContent = refused.message;
      problem.hidden = false;
      return false;
    }
  }

  function update() {
    const off = whyNot(store);
    const decided = decidedOf(store, incident);
    const focused = actions.contains(document.activeElement) && document.activeElement.dataset.action;
    reason.hidden = !off;
    reason.textContent = off;
    replace(
      actions,
      decided.acknowledged
        ? action(t('detail.takeBackAcknowledgement'), () => attempt(() => takeBack(store, api, decided.acknowledged)), {
            off,
            dataset: { action: 'acknowledge' },
          })
        : action(t('detail.acknowledge'), () => attempt(() => acknowledge(store, api, incident)), {
            off,
            class: 'primary',
            dataset: { action: 'acknowledge' },
          }),
      action(t('detail.assign'), assigning.toggle, {
        off,
        'aria-expanded': String(!assigning.element.hidden),
        dataset: { action: 'assign' },
      }),
      action(t('detail.silence'), silence, { off, 'aria-haspopup': 'dialog', dataset: { action: 'silence' } }),
    );
    if (focused) actions.querySelector(`[data-action="${focused}"]`)?.focus();
    if (off) assigning.element.hidden = true;
    writing.allow(off);
    replace(standing, standingLines(decided, off), hiddenLine(store.row(incident)?.silencedBy));
    replace(
      comments,
      decided.comments.map(entry => commentLine(entry, off)),
    );
  }

  function standingLines({ acknowledged, assigned }, off) {
    return [
      acknowledged &&
        h(
          'li',
          { class: 'done' },
          icon('check'),
          t('detail.acknowledgedBy', acknowledged.by),
          ' ',
          relativeTime(acknowledged.at),
          acknowledged.text && h('span', { class: 'said', dir: 'auto' }, acknowledged.text),
        ),
      assigned &&
        h(
          'li',
          null,
          icon('person'),
          t('detail.assignedTo', assigned.text),
          ' ',
          h('span', { class: 'muted' }, t('detail.by', assigned.by), ' ', relativeTime(assigned.at)),
          ' ',
          action(t('detail.takeBack'), () => attempt(() => takeBack(store, api, assigned)), {
            off,
            class: 'plain',
            'aria-label': t('detail.takeBackAssignment'),
          }),
        ),
    ];
  }

  function commentLine(entry, off) {
    const own = !store.session?.user || entry.by === store.session.user;
    return h(
      'li',
      { class: 'comment' },
      h(
        'p',
        { class: 'comment-head' },
        h('bdi', { class: 'who' }, entry.by),
        ' ',
        h('span', { class: 'muted' }, relativeTime(entry.at)),
        own &&
          action(t('detail.takeBack'), () => attempt(() => takeBack(store, api, entry)), {
            off,
            class: 'plain',
            'aria-label': t('detail.takeBackComment'),
          }),
      ),
      h('p', { class: 'comment-text', dir: 'auto' }, entry.text),
    );
  }

  update();
  return { element, update, comment: writing.focus };
}

function hiddenLine(entry) {
  return (
    entry &&
    h(
      'li',
      { class: 'hidden-by' },
      icon('silence'),
      t('detail.silencedUntil'),
      ' ',
      relativeTime(entry.silence.end),
      ' ',
      h('span', { class: 'muted' }, t('detail.by', entry.by)),
      h('span', { class: 'said', dir: 'auto' }, entry.text),
      matcherList(entry.silence.matchers),
    )
  );
}

function assignment({ store }, assigned) {
  const names = h('datalist', { id: 'detail-people' });
  const field = h('input', {
    name: 'to',
    required: true,
    maxlength: 100,
    autocomplete: 'off',
    list: 'detail-people',
    'aria-label': t('detail.assignTo'),
  });
  const me = store.session?.user;
  const element = h(
    'form',
    {
      class: 'inline',
      hidden: true,
      onsubmit: async event => {
        event.preventDefault();
        const to = field.value.trim();
        if (to && (await assigned(to))) close();
      },
      onkeydown: key => {
        if (key.key !== 'Escape') return;
        key.stopPropagation();
        close();
      },
    },
    me &&
      h(
        'button',
        {
          type: 'button',
          onclick: async () => {
            if (await assigned(me)) close();
          },
        },
        t('detail.assignMe'),
      ),
    field,
    names,
    h('button', { type: 'submit', class: 'primary' }, t('detail.assignName')),
  );

  const opener = () => element.parentElement.querySelector('[data-action="assign"]');

  function close() {
    element.hidden = true;
    field.value = '';
    opener()?.setAttribute('aria-expanded', 'false');
    opener()?.focus();
  }

  function toggle() {
    if (!element.hidden) return close();
    element.hidden = false;
    opener()?.setAttribute('aria-expanded', 'true');
    replace(
      names,
      people(store).map(name => h('option', { value: name })),
    );
    field.placeholder = t('detail.assignTo');
    (me ? element.querySelector('button') : field).focus();
  }

  return { element, toggle };
}

function commentForm(said) {
  const field = h('textarea', {
    name: 'comment',
    rows: 2,
    maxlength: 1000,
    'aria-label': t('detail.comment'),
    placeholder: t('detail.commentHere'),
  });
  const button = h('button', { type: 'submit' }, t('detail.comment'));
  const element = h(
    'form',
    {
      class: 'comment-form',
      onsubmit: async event => {
        event.preventDefault();
        const text = field.value.trim();
        if (!text || button.getAttribute('aria-disabled')) return;
        if (await said(text)) field.value = '';
      },
      onkeydown: key => {
        if (key.key === 'Enter' && (key.ctrlKey || key.metaKey)) element.requestSubmit();
      },
    },
    field,
    button,
  );

  function allow(off) {
    field.readOnly = Boolean(off);
    field.title = off;
    button.title = off;
    if (off) button.setAttribute('aria-disabled', 'true');
    else button.removeAttribute('aria-disabled');
  }

  return { element, allow, focus: () => field.focus() };
}
