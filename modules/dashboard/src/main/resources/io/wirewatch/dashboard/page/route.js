import * as criteria from './criteria.js';

/*
 * The address says what is seen: `#/alerts?rule=border&open=incident:ID`. Going to a tab, opening and closing a detail are steps that
 * the browser's back button takes back; what is typed and toggled, and going from one detail to the next, replace the step.
 */
const DETAILS = ['incident', 'article'];

/** Keeps the address and the store the same, both ways. */
export function follow(store) {
  const read = () => {
    enter(store, location.hash);
    written = address(store);
    if (written !== location.hash) history.replaceState(null, '', written);
  };
  let written = '';
  const write = push => {
    const hash = address(store);
    if (hash === written) return;
    written = hash;
    history[push ? 'pushState' : 'replaceState'](null, '', hash);
  };
  addEventListener('popstate', read);
  addEventListener('hashchange', () => location.hash !== written && read());
  read();
  store.on('view', () => write(true));
  let wasOpen = store.open !== null;
  store.on('open', () => {
    write(wasOpen !== (store.open !== null));
    wasOpen = store.open !== null;
  });
  store.on('filter', () => write(false));
}

/** The address of what the store shows. */
export function address(store) {
  const { name, query } = store.view;
  const parameters = name === 'alerts' ? criteria.write(store.filter) : new URLSearchParams(query);
  parameters.delete('open');
  if (store.open) parameters.set('open', `${store.open.kind}:${store.open.id}`);
  const text = String(parameters).replaceAll('%3A', ':').replaceAll('%2C', ',');
  return `#/${name}${text ? `?${text}` : ''}`;
}

function enter(store, hash) {
  const [path, text = ''] = hash.replace(/^#\/?/, '').split(/\?([^]*)/);
  const query = new URLSearchParams(text);
  const [name, ...rest] = path.split('/');
  const detail = DETAILS.includes(name) ? `${name}:${decoded(rest.join('/'))}` : query.get('open');
  query.delete('open');
  const view = DETAILS.includes(name) || name === '' ? 'alerts' : name;
  if (view !== store.view.name || String(query) !== String(store.view.query))
    store.go(view, view === 'alerts' ? undefined : query);
  if (view === 'alerts') store.setFilter({ ...criteria.ALL, ...criteria.read(query) });
  const [, kind, id] = /^(\w+):([^]+)$/.exec(detail ?? '') ?? [];
  if (DETAILS.includes(kind)) store.openDetail(kind, id);
  else store.closeDetail();
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray percent sign: taken as it stands
  }
}
