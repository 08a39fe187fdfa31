import { h, replace } from './dom.js';
import { addWords, t } from './words.js';
import words from './words/detail.js';
import { format, relativeTime } from './format.js';
import { articleFilter, only } from './articlefilter.js';
import { stateBox } from './state.js';
import { openWhy } from './detail.js';
import { known } from './detail/known.js';
import { regions } from './regions.js';
import { languageName, openLink, said, severityBadge } from './detail/parts.js';

addWords(words);

const PAGE = 100;
const LOOK_MILLIS = 20_000;
const MOST_REGIONS = 4;

/** Shows all articles that the server holds, those that did not alert too, and leads to why. */
export function mount(element, context) {
  new Articles(element, context);
}

/* What is asked for stands in the address. Answers come by pages, the newest first; the server never parts articles of one moment. */
class Articles {
  #context;
  #list = h('ol', { class: 'article-list' });
  #sum = h('p', { class: 'sum muted', role: 'status' });
  #state = h('div', { class: 'list-state' });
  #more = h('button', { type: 'button', class: 'more', hidden: true, onclick: () => this.#load(true) });
  #newer = h('button', { type: 'button', class: 'pill', hidden: true, onclick: () => this.#begin() });
  #fields;
  #asked = null;
  #known = new Map();
  #asking = new AbortController();
  #last = '';
  #failed = false;
  #isNamed = false;

  constructor(element, context) {
    this.#context = context;
    this.#fields = articleFilter(context.store, () => this.#chosen());
    this.#more.textContent = t('articles.more');
    replace(
      element,
      h(
        'div',
        { class: 'articles' },
        h(
          'header',
          { class: 'panel-head' },
          h('h2', null, t('articles.heading')),
          h('p', { class: 'muted' }, t('articles.what')),
        ),
        this.#fields.element,
        h('div', { class: 'articles-bar' }, this.#sum, this.#newer),
        this.#list,
        this.#state,
        this.#more,
      ),
    );
    const { store } = context;
    store.on('view', () => this.#view());
    store.on('connection', () => this.#failed && store.connection === 'live' && this.#begin());
    store.on('open', () => this.#mark());
    store.on('alerts', () => this.#name());
    setInterval(() => this.#look(), LOOK_MILLIS);
    this.#view();
  }

  get #seen() {
    return this.#context.store.view.name === 'articles';
  }

  #view() {
    if (!this.#seen) return;
    const { query } = this.#context.store.view;
    this.#fields.set(query);
    const wanted = String(only(query));
    if (wanted === this.#asked) return;
    this.#asked = wanted;
    this.#begin();
  }

  #chosen() {
    const query = this.#fields.query();
    if (String(query) !== this.#asked) this.#context.store.go('articles', query);
  }

  #begin() {
    this.#newer.hidden = true;
    this.#known.clear();
    this.#load(false);
  }

  async #load(further) {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    this.#busy(further);
    try {
      const { articles, more } = await this.#page(further ? this.#last : '', signal);
      this.#show(articles, more, further);
    } catch (failure) {
      if (failure.name !== 'AbortError') this.#fail(failure, further);
    }
  }

  #page(before, signal) {
    const query = new URLSearchParams(this.#asked);
    if (before) query.set('before', before);
    query.set('limit', String(PAGE));
    return this.#context.api.get(`/api/articles?${query}`, { signal });
  }

  #busy(further) {
    this.#failed = false;
    this.#list.setAttribute('aria-busy', 'true');
    this.#more.disabled = true;
    if (further) return;
    this.#more.hidden = true;
    if (!this.#list.hasChildNodes()) replace(this.#state, stateBox('loading', t('detail.loading')));
  }

  #show(articles, more, further) {
    const fresh = articles.filter(article => !this.#known.has(article.id));
    fresh.forEach(article => this.#known.set(article.id, article));
    this.#last = articles.at(-1)?.eventTime ?? '';
    const rows = fresh.map(article => this.#row(article));
    if (further) this.#list.append(...rows);
    else replace(this.#list, rows);
    this.#list.removeAttribute('aria-busy');
    this.#more.hidden = !more;
    this.#more.disabled = false;
    if (further && rows.length > 0) rows[0].querySelector('a').focus({ preventScroll: true });
    const count = this.#known.size;
    this.#sum.textContent =
      count > 0
        ? `${t(more ? 'articles.atLeast' : 'articles.count', count)} · ${t('articles.asOf', format.clock(new Date().toISOString()))}`
        : '';
    replace(this.#state, count === 0 && this.#nothing());
    this.#mark();
  }

  /* An address is no text of an article; the topics are asked by it. */
  #nothing() {
    const text = new URLSearchParams(this.#asked).get('text') ?? '';
    if (/^https?:\/\/\S+$/.test(text))
      return stateBox('empty', t('articles.address'), {
        label: t('articles.askAddress'),
        run: () => openWhy(this.#context, text),
      });
    if (this.#asked)
      return stateBox('empty', t('articles.noneFit'), {
        label: t('articles.clear'),
        run: () => this.#context.store.go('articles'),
      });
    return stateBox('empty', t('articles.none'));
  }

  #fail(failure, further) {
    this.#failed = true;
    this.#list.removeAttribute('aria-busy');
    this.#more.disabled = false;
    if (!further) replace(this.#list);
    this.#sum.textContent = '';
    replace(
      this.#state,
      stateBox(failure.status === 0 ? 'offline' : 'error', failure.message, {
        label: t('detail.again'),
        run: () => {
          replace(this.#state);
          this.#load(further);
        },
      }),
    );
  }

  /* Whether there are newer ones, for who looks at the first page; nothing moves before the reader wants it. */
  async #look() {
    const { store } = this.#context;
    if (!this.#seen || document.hidden || store.connection !== 'live' || this.#list.hasAttribute('aria-busy') || this.#failed)
      return;
    try {
      const { articles } = await this.#page('', this.#asking.signal);
      const first = this.#known.values().next().value;
      const newer = articles.filter(
        article => !this.#known.has(article.id) && (!first || article.eventTime >= first.eventTime),
      ).length;
      this.#newer.hidden = newer === 0;
      if (newer > 0) this.#newer.textContent = t('articles.newer', newer);
    } catch (failure) {
      // What is shown stays; the head of the page says that the server is away.
      if (failure.name !== 'AbortError') console.warn('newer articles are not looked for', failure);
    }
  }

  /* Lines have codes of regions; their names come with the alerts, which may come later. */
  #name() {
    if (this.#isNamed || this.#context.store.alerts.size === 0) return;
    this.#isNamed = true;
    known(this.#context.store);
    replace(
      this.#list,
      [...this.#known.values()].map(article => this.#row(article)),
    );
    this.#mark();
  }

  #mark() {
    const { open } = this.#context.store;
    for (const row of this.#list.children)
      row.classList.toggle('open', open?.kind === 'article' && row.dataset.article === open.id);
  }

  #row(article) {
    const { store } = this.#context;
    const alerts = article.alerts ?? [];
    return h(
      'li',
      { class: ['article-line', alerts.length === 0 && 'no-alert'], dataset: { article: article.id } },
      h(
        'div',
        { class: 'article-what' },
        said(
          'p',
          { class: 'article-headline' },
          article.language,
          openLink(this.#context, 'article', article.id, null, article.headline),
        ),
        h(
          'p',
          { class: 'article-facts muted' },
          relativeTime(article.eventTime),
          ' · ',
          h('bdi', null, article.source),
          ' · ',
          languageName(article.language),
          article.regions?.length > 0 && [
            ' · ',
            h('bdi', { title: article.regions.join(', ') }, regions.names(finest(article.regions)).join(', ')),
          ],
          article.duplicateOf && [' · ', openLink(this.#context, 'article', article.duplicateOf, null, t('articles.copy'))],
        ),
      ),
      h(
        'div',
        { class: 'article-alerts' },
        alerts.length > 0
          ? h(
              'ul',
              { class: 'chips' },
              alerts.map(alert =>
                h(
                  'li',
                  { class: 'chip', dataset: { severity: alert.severity } },
                  severityBadge(alert.severity, true),
                  h('bdi', null, alert.rule),
                ),
              ),
            )
          : h('span', { class: 'none' }, t('articles.noAlert')),
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'ask',
          'aria-label': t('articles.whyOf', article.headline),
          onclick: () => openWhy(this.#context, article.id),
        },
        t(alerts.length > 0 ? 'articles.why' : 'articles.whyNot'),
      ),
    );
  }
}

/* A place brings its country along, which says nothing beside it. */
function finest(codes) {
  const fine = codes.filter(code => !codes.some(other => other.startsWith(`${code}-`)));
  return (fine.length > 0 ? fine : codes).slice(0, MOST_REGIONS);
}
