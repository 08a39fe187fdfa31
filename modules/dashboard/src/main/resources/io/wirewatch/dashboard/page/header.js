import { alarmButton } from './alarm.js';
import { calmly } from './calmly.js';
import { SEVERITIES } from './criteria.js';
import { h, replace } from './dom.js';
import { icon } from './icons.js';
import { lang, setLang } from './words.js';
import { applyTheme, themeButton } from './theme.js';

const DAY_MILLIS = 86_400_000;
const CALM_MILLIS = 1_000;
const MINUTE_MILLIS = 60_000;

/** The head of the page: whether it is connected, how much happened in the last day, and how the reader likes it. */
export function mount(body, context) {
  applyTheme();
  connection(body.querySelector('#connection'), context);
  severities(body.querySelector('#severities'), context);
  preferences(body.querySelector('#preferences'), context);
  title(context);
}

function connection(element, { store, t, format }) {
  let lost = '';
  const show = () => {
    const { connection } = store;
    if (connection === 'live') lost = '';
    else if (element.dataset.connection === 'live') lost = new Date().toISOString();
    element.dataset.connection = connection;
    element.title = t(`connection.${connection}.title`);
    replace(
      element,
      h('span', { class: 'dot', 'aria-hidden': 'true' }),
      h('span', null, t(`connection.${connection}`)),
      lost && h('span', { class: 'since' }, t('connection.since', format.clock(lost))),
    );
  };
  store.on('connection', show);
  show();
}

function severities(element, { store, t, format }) {
  element.setAttribute('aria-label', t('header.day'));
  const buttons = new Map(
    SEVERITIES.map(severity => [
      severity,
      h('button', {
        type: 'button',
        class: 'plain',
        dataset: { severity },
        onclick: () => {
          if (store.view.name !== 'alerts') store.go('alerts');
          store.toggle('severity', severity);
        },
      }),
    ]),
  );
  replace(
    element,
    h('li', { class: 'day', 'aria-hidden': 'true' }, t('last.short.24h')), // the list is called so
    [...buttons.values()].map(button => h('li', null, button)),
  );
  const show = () => {
    const counts = store.bySeverity(new Date(Date.now() - DAY_MILLIS).toISOString());
    const known = store.alerts.size > 0 || store.connection === 'live'; // no zero of which nobody knows whether it is one
    for (const [severity, button] of buttons) {
      const name = t(`severity.${severity}`);
      const said = known ? format.short(counts[severity]) : '–';
      replace(button, h('span', { class: 'severity' }, h('b', null, said), ' ', h('span', { class: 'severity-name' }, name)));
      button.title = t('header.severity', format.number(counts[severity]), name);
      button.setAttribute('aria-label', t('header.severity', said, name));
      button.setAttribute('aria-pressed', String(store.filter.severity.includes(severity)));
    }
  };
  store.on('alerts', calmly(show, CALM_MILLIS));
  for (const name of ['filter', 'connection']) store.on(name, show);
  setInterval(show, MINUTE_MILLIS);
  show();
}

function preferences(element, { store, api, t }) {
  const other = lang() === 'ar' ? 'en' : 'ar';
  const [long, short] = other === 'ar' ? ['العربية', 'ع'] : ['English', 'En'];
  const language = h(
    'button',
    { type: 'button', class: 'plain', lang: other, 'aria-label': long, onclick: () => setLang(other) },
    h('span', { class: 'long' }, long),
    h('span', { class: 'short' }, short),
  );
  const help = h(
    'button',
    {
      type: 'button',
      class: 'plain',
      'aria-label': t('help.title'),
      title: `${t('help.title')} (?)`,
      onclick: () => document.getElementById('help').showModal(),
    },
    icon('help'),
  );
  const user = h('span', { class: 'user' });
  const leave = async () => {
    try {
      await api.delete('/api/session');
      location.reload();
    } catch (failure) {
      document.getElementById('said').textContent = failure.message;
      user.title = failure.message;
    }
  };
  const show = () => {
    const { session } = store;
    const signedIn = session?.user && !session.signedOut;
    replace(
      user,
      signedIn && h('bdi', null, session.user),
      session?.role === 'reader' && h('span', { class: 'chip' }, t('header.reader')),
      signedIn &&
        session.signIn === 'password' &&
        h(
          'button',
          { type: 'button', class: 'plain', title: t('header.signOut'), 'aria-label': t('header.signOut'), onclick: leave },
          icon('signOut'),
        ),
    );
  };
  replace(element, language, alarmButton(store), themeButton(), help, user);
  store.on('session', show);
  show();
}

/* The name of the tab says how many grave incidents are open: it is seen while another tab is read. */
function title({ store, t, format }) {
  const show = () => {
    const open = store.openBySeverity();
    const grave = open.CRITICAL + open.HIGH;
    const name = store.view.name === 'alerts' ? 'wirewatch' : `${t(`tab.${store.view.name}`)} · wirewatch`;
    document.title = grave > 0 ? `(${format.number(grave)}) ${name}` : name;
  };
  store.on('alerts', calmly(show, CALM_MILLIS));
  for (const name of ['desk', 'view']) store.on(name, show);
  show();
}
