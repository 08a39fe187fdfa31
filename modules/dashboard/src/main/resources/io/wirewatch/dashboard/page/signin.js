import { addWords, lang, setLang } from './words.js';
import words from './words/tabs.js';
import { h, replace, svg } from './dom.js';

addWords(words);

const WAIT_SECONDS = 30;
const LANGUAGES = [
  ['en', 'English'],
  ['ar', 'العربية'],
];

/**
 * The form that stands before the page while nobody is signed in. It comes with a session that is signed out, whether the page has
 * just been opened or somebody was in the middle of something: what is behind it stays as it is.
 */
export function mount(element, context) {
  new SignIn(element, context);
}

class SignIn {
  #user = null;
  #wasIn = false;
  #counting = 0;

  constructor(element, context) {
    const { store } = context;
    this.context = context;
    this.element = element;
    this.dialog = h('dialog', {
      class: 'signin',
      'aria-labelledby': 'signin-title',
      oncancel: event => event.preventDefault(),
    });
    // A browser closes a dialog on the second press of Escape whatever the page says.
    this.dialog.addEventListener('close', () => store.session?.signedOut && this.#open());
    replace(element, this.dialog);
    store.on('session', () => this.#hear());
    this.#hear();
  }

  #hear() {
    const { session } = this.context.store;
    if (!session) return;
    if (!session.signedOut) {
      this.#close(session);
    } else if (!this.dialog.open) {
      this.#build(session);
      this.#open();
    }
  }

  #close({ user }) {
    // Somebody else: what the one before had on the screen is not theirs.
    if (this.#wasIn && this.#user !== user) {
      forgetTyped();
      location.reload();
      return;
    }
    this.#wasIn = true;
    this.#user = user;
    clearInterval(this.#counting);
    this.#counting = 0;
    if (this.dialog.open) this.dialog.close();
    this.element.hidden = true;
  }

  #open() {
    this.element.hidden = false;
    this.element.classList.toggle('is-over', this.#wasIn);
    this.dialog.showModal();
    this.dialog.querySelector('[autofocus]')?.focus();
  }

  #build(session) {
    const { t } = this.context;
    replace(
      this.dialog,
      h(
        'div',
        { class: 'signin-card' },
        h(
          'p',
          { class: 'signin-brand', 'aria-hidden': 'true' },
          svg('svg', { viewBox: '0 0 24 24' }, svg('path', { d: 'M2 13h5l3-9 4 16 3-7h5' })),
          'wirewatch',
        ),
        h('h2', { id: 'signin-title' }, t(this.#wasIn ? 'signin.again' : 'signin.title')),
        this.#wasIn ? h('p', { class: 'muted' }, t('signin.kept')) : null,
        session.signIn === 'proxy' ? this.#proxy() : this.#form(),
        h(
          'div',
          { class: 'signin-languages', role: 'group', 'aria-label': t('signin.language') },
          LANGUAGES.map(([code, name]) =>
            h(
              'button',
              { type: 'button', class: 'plain', lang: code, 'aria-pressed': lang() === code, onclick: () => setLang(code) },
              name,
            ),
          ),
        ),
      ),
    );
  }

  #proxy() {
    const { t } = this.context;
    this.error = h('p', { class: 'signin-error', role: 'alert' });
    this.submit = h(
      'button',
      { type: 'button', class: 'primary', autofocus: true, onclick: () => this.#askProxy() },
      t('signin.tryProxy'),
    );
    return h('div', { class: 'signin-form' }, h('p', null, t('signin.proxy')), this.error, this.submit);
  }

  async #askProxy() {
    const { t, api, store } = this.context;
    this.#say('');
    this.submit.disabled = true;
    try {
      store.setSession(await api.get('/api/session'));
    } catch (failure) {
      this.#say(
        failure.status === 401 ? t('signin.stillNobody') : failure.status === 0 ? t('signin.noAnswer') : failure.message,
      );
    }
    this.submit.disabled = false;
  }

  #form() {
    const { t } = this.context;
    this.name = h('input', {
      id: 'signin-name',
      name: 'username',
      autocomplete: 'username',
      required: true,
      autocapitalize: 'none',
      spellcheck: 'false',
      dir: 'auto',
      autofocus: !this.#user,
      value: this.#user ?? '',
    });
    this.password = h('input', {
      id: 'signin-password',
      name: 'password',
      type: 'password',
      autocomplete: 'current-password',
      required: true,
      dir: 'ltr',
      autofocus: Boolean(this.#user),
    });
    this.show = h(
      'button',
      {
        type: 'button',
        class: 'plain',
        'aria-pressed': 'false',
        'aria-controls': 'signin-password',
        onclick: () => this.#reveal(),
      },
      t('signin.show'),
    );
    this.error = h('p', { class: 'signin-error', id: 'signin-error', role: 'alert' });
    this.submit = h('button', { type: 'submit', class: 'primary' }, t('signin.submit'));
    return h(
      'form',
      { class: 'signin-form', novalidate: true, onsubmit: event => this.#send(event) },
      h('div', { class: 'field' }, h('label', { for: 'signin-name' }, t('signin.name')), this.name),
      h(
        'div',
        { class: 'field' },
        h('label', { for: 'signin-password' }, t('signin.password')),
        h('div', { class: 'signin-secret' }, this.password, this.show),
      ),
      this.error,
      this.submit,
    );
  }

  #reveal() {
    const { t } = this.context;
    const shown = this.password.type === 'text';
    this.password.type = shown ? 'password' : 'text';
    this.show.setAttribute('aria-pressed', String(!shown));
    this.show.textContent = t(shown ? 'signin.show' : 'signin.hide');
  }

  async #send(event) {
    event.preventDefault();
    const { t, api, store } = this.context;
    if (this.submit.disabled) return;
    const missing = [this.name, this.password].find(input => input.value === '');
    if (missing) {
      this.#say(t(missing === this.name ? 'signin.needName' : 'signin.needPassword'), missing);
      return;
    }
    this.#say('');
    this.submit.disabled = true;
    this.submit.textContent = t('signin.sending');
    try {
      const session = await api.post('/api/session', { name: this.name.value.trim(), password: this.password.value });
      this.password.value = '';
      store.setSession(session);
    } catch (failure) {
      this.#fail(failure);
    }
    this.submit.textContent = t('signin.submit');
    if (!this.#counting) this.submit.disabled = false;
  }

  #fail(failure) {
    const { t } = this.context;
    if (failure.status === 429) {
      this.#wait(failure.retryAfterSeconds ?? WAIT_SECONDS);
    } else if (failure.status === 401) {
      this.password.value = '';
      this.#say(t('signin.wrong'), this.password);
    } else {
      this.#say(failure.status === 0 ? t('signin.noAnswer') : failure.message);
    }
  }

  /* The seconds are counted on the button; what is read out says them once. */
  #wait(seconds) {
    const { t } = this.context;
    const until = performance.now() + seconds * 1000;
    this.#say(t('signin.tooOften', seconds));
    clearInterval(this.#counting);
    const tick = () => {
      const left = Math.ceil((until - performance.now()) / 1000);
      this.submit.disabled = left > 0;
      this.submit.textContent = left > 0 ? t('signin.wait', left) : t('signin.submit');
      if (left > 0) return;
      clearInterval(this.#counting);
      this.#counting = 0;
      this.#say('');
    };
    this.#counting = setInterval(tick, 250);
    queueMicrotask(tick);
  }

  #say(text, input) {
    for (const field of [this.name, this.password].filter(Boolean)) {
      field.toggleAttribute('aria-invalid', false);
      field.removeAttribute('aria-describedby');
    }
    this.error.textContent = text;
    if (!input) return;
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', 'signin-error');
    input.focus();
  }
}

function forgetTyped() {
  try {
    sessionStorage.clear();
  } catch (refused) {
    console.warn('nothing was kept, so nothing is forgotten', refused);
  }
}
