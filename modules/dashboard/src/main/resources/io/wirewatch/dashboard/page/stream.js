import { api } from './api.js';

/** Loads the picture and follows the stream. */
export async function start(store) {
  const session = await api.get('/api/session');
  store.setSession(session);
  const picture = await api.get('/api/picture');
  store.load(picture);
  const source = new EventSource(`/api/stream?after=${encodeURIComponent(picture.position)}`);
  source.onopen = () => store.setConnection('live');
  source.addEventListener('alert', event => store.putAlert(JSON.parse(event.data)));
  source.addEventListener('incident', event => store.putIncident(JSON.parse(event.data)));
  source.addEventListener('desk', event => store.putDesk(JSON.parse(event.data)));
  source.addEventListener('health', event => store.setHealth(JSON.parse(event.data)));
}
