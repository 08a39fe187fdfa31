import { ApiError, api, onSignedOut } from './api.js';
import { unfolded } from './brief.js';

const FIRST_WAIT_MILLIS = 500;
const LONGEST_WAIT_MILLIS = 15_000;
const STILL_LOADING_MILLIS = 1_500;
const QUIET_MILLIS = 20_000;
const TICK_MILLIS = 2_000;

/*
 * Follows the server: session, picture, stream. The position of the last event is what a new connection begins after, so nothing is
 * missed and nothing is loaded twice; only where the server no longer holds it ("reset") the picture is loaded again. Browsers show
 * no comment lines, so a stream that says nothing for a while, or a clock that jumped because the machine slept, means: connect anew.
 * A page that is left may be kept by the browser for the way back, and would keep its stream: six of them, and the browser has no
 * connection to this server left for the next page. So the stream ends with the page, and begins again when it is come back to.
 */
class Following {
  #store;
  #source = null;
  #position = '';
  #stale = true;
  #waitMillis = FIRST_WAIT_MILLIS;
  #timer = 0;
  #heard = 0;
  #ticked = Date.now();
  #run = 0;
  #out = false;

  constructor(store) {
    this.#store = store;
    onSignedOut(error => this.#signedOut(error));
    store.on('session', () => this.#sessionChanged());
    setInterval(() => this.#tick(), TICK_MILLIS);
    addEventListener('online', () => this.#again(0));
    addEventListener('offline', () => this.#lost(new ApiError(0, '')));
    document.addEventListener('visibilitychange', () => !document.hidden && this.#tick());
    addEventListener('pagehide', () => this.#close());
    addEventListener('pageshow', shown => shown.persisted && this.#again(0));
  }

  /** Connects; where the server does not answer, again and again, each time after a longer wait. */
  async connect() {
    const run = ++this.#run;
    this.#close();
    try {
      const session = await api.get('/api/session');
      if (run !== this.#run) return;
      this.#store.setSession(session);
      if (this.#stale) await this.#load(run);
      else this.#listen();
    } catch (failure) {
      if (run === this.#run && failure.status !== 401) this.#lost(failure);
    }
  }

  async #load(run) {
    const picture = unfolded(await api.get('/api/picture?brief=yes'));
    if (run !== this.#run) return;
    this.#store.load(picture);
    if (picture.loading) {
      this.#store.setConnection('loading');
      this.#again(STILL_LOADING_MILLIS);
      return;
    }
    this.#position = picture.position;
    this.#stale = false;
    this.#listen();
  }

  #listen() {
    const source = new EventSource(`/api/stream?after=${encodeURIComponent(this.#position)}`);
    this.#source = source;
    this.#heard = Date.now();
    source.onopen = () => this.#live();
    source.onerror = () => source === this.#source && this.#lost(new ApiError(0, ''));
    this.#take(source, 'alert', alert => this.#store.putAlert(alert));
    this.#take(source, 'incident', incident => this.#store.putIncident(incident));
    this.#take(source, 'desk', entry => this.#store.putDesk(entry));
    this.#take(source, 'health', health => this.#store.setHealth(health));
    this.#take(source, 'reset', () => {
      this.#stale = true;
      this.#again(0);
    });
  }

  #take(source, name, use) {
    source.addEventListener(name, event => {
      if (source !== this.#source) return;
      this.#heard = Date.now();
      if (event.lastEventId) this.#position = event.lastEventId;
      try {
        use(JSON.parse(event.data));
      } catch (unreadable) {
        console.error(`an event ${name} cannot be read: the picture is loaded again`, unreadable);
        this.#stale = true;
        this.#again(LONGEST_WAIT_MILLIS);
      }
    });
  }

  #live() {
    this.#waitMillis = FIRST_WAIT_MILLIS;
    this.#heard = Date.now();
    this.#store.setConnection('live');
  }

  #lost(failure) {
    this.#close();
    if (!(failure instanceof ApiError)) console.error('the picture cannot be shown', failure);
    this.#store.setConnection(failure.status === 0 ? 'offline' : 'error');
    // Many pages lose their server at the same moment; they should not all come back at the same moment.
    this.#again(this.#waitMillis * (0.7 + Math.random() * 0.6));
    this.#waitMillis = Math.min(this.#waitMillis * 2, LONGEST_WAIT_MILLIS);
  }

  #again(inMillis) {
    clearTimeout(this.#timer);
    if (this.#store.session?.signedOut) return;
    this.#timer = setTimeout(() => this.connect(), inMillis);
  }

  #signedOut(error) {
    this.#run++;
    this.#close();
    clearTimeout(this.#timer);
    this.#stale = true;
    this.#out = true;
    this.#store.setSession({ signedOut: true, signIn: error.body?.signIn ?? 'password', error: error.message });
  }

  #sessionChanged() {
    if (this.#store.session.signedOut) {
      this.#out = true;
      this.#close();
    } else if (this.#out) {
      this.#out = false;
      this.#again(0);
    }
  }

  #tick() {
    const now = Date.now();
    const slept = now - this.#ticked > QUIET_MILLIS;
    this.#ticked = now;
    if (this.#source && (slept || now - this.#heard > QUIET_MILLIS)) this.#again(0);
  }

  #close() {
    this.#source?.close();
    this.#source = null;
  }
}

/** Begins to follow the server. */
export function start(store) {
  const following = new Following(store);
  following.connect();
  return following;
}
