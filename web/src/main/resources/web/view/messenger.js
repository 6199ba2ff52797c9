import { render } from './lit.js';
import { app } from './app.js';
import { Context } from './core/context.js';
import { available } from './core/language.js';
import { MemoryRouter } from './core/memory-router.js';
import { followZone } from './dates.js';
import { followConversation } from './conversation/follow.js';
import { closePicker, pickerOpen } from './emoji/picker.js';
import { loadMoreIfNear } from './inbox/list.js';
import { shareAttention } from './attention/attention.js';
import { followRoute } from './overlay/focus.js';
import { listenToKeys } from './overlay/keyboard.js';
import { listenToArrivals } from './attention/notify.js';
import { attempt } from './parts/problem.js';
import { Preferences } from './settings/preferences.js';

/**
 * @typedef {import('../client/types.js').DmClientShape} DmClientShape
 *
 * @typedef {'all' | 'inbox' | 'conversation'} View  all of it, or one pane for a layout of the host page's own
 *
 * @typedef {object} Fixed
 * @property {boolean} theme
 * @property {boolean} language
 *
 * @typedef {object} MessengerOptions
 * @property {DmClientShape} client  several messengers may show one client; each account needs a client with a name of its own
 * @property {View} [view]
 * @property {string} [language]  fixes the language; else the person's choice or the browser's language
 * @property {'light' | 'dark'} [theme]  fixes the theme; else the person's choice or the system's theme
 * @property {Record<string, string>} [variables]  CSS variables, see style/tokens.css
 * @property {string} [path]  where it starts: `/`, `/c/{conversation}`, `/u/{user}`, `/settings`, `/new`
 * @property {PagePart} [page]  for a page that consists of the messenger alone
 *
 * @typedef {object} PagePart
 * @property {import('./core/memory-router.js').Router} router
 * @property {() => void} drawn  called after each frame
 * @property {(theme: import('./settings/preferences.js').Theme) => void} dressed  called with the theme to apply
 */

const stylesheet = new URL('/client/v1/messenger.css', import.meta.url).href;

/**
 * One messenger on a page. Fires `unread` (detail: `{count}`), `open` (detail: `{conversationId}`, null
 * for the list) and `signout`.
 */
export class Messenger extends EventTarget {
  #ctx;
  #page;
  #isCovered = false;
  #options;
  #last = { unread: -1, open: /** @type {string | null | undefined} */ (undefined), state: '' };

  /** @param {HTMLElement} element @param {MessengerOptions} options */
  constructor(element, options) {
    super();
    this.#options = options;
    this.#page = options.page;
    this.client = options.client;
    this.element = element;
    this.#ctx = new Context({
      element,
      root: options.page ? element : shadowOf(element),
      client: options.client,
      router: options.page?.router ?? new MemoryRouter(options.path),
      preferences: new Preferences(options.page ? 'dm' : options.client.name),
      view: options.view ?? 'all',
      isPage: Boolean(options.page),
      fixed: { theme: Boolean(options.theme), language: Boolean(options.language) },
      moved: () => closePicker(this.#ctx),
      draw: () => this.#draw(),
      dress: () => this.#dress(),
    });
    this.ready = this.#start();
  }

  async #start() {
    const { language: fixed, variables = {} } = this.#options;
    const ctx = this.#ctx;
    this.setVariables(variables);
    this.#dress();
    const wanted = available(fixed, ctx.preferences.language, ...navigator.languages);
    await Promise.all([ctx.language.use(wanted), this.#page ? null : styled(ctx.root)]);
    if (ctx.signal.aborted) return;
    ctx.listenToRouter();
    listenToKeys(ctx);
    listenToArrivals(ctx);
    this.#listen();
    ctx.schedule();
    if (this.client.session.state === 'unknown') await attempt(ctx, this.client.open());
  }

  #listen() {
    const { schedule, signal } = this.#ctx;
    this.client.addEventListener('change', schedule, { signal });
    addEventListener('focus', schedule, { signal });
    addEventListener('blur', schedule, { signal });
    document.addEventListener('visibilitychange', schedule, { signal });
    // Relative times such as "2 minutes ago" need regular redraws.
    const redraw = setInterval(schedule, 30_000);
    signal.addEventListener('abort', () => clearInterval(redraw));
  }

  #draw() {
    const ctx = this.#ctx;
    followZone();
    followConversation(ctx);
    ctx.element.lang = ctx.language.name;
    render(app(ctx), ctx.root);
    followRoute(ctx, ctx.state.route);
    this.#cover();
    shareAttention(ctx);
    loadMoreIfNear(ctx);
    this.#tell();
    this.#page?.drawn();
  }

  #dress() {
    const theme = this.#options.theme ?? this.#ctx.preferences.theme;
    if (this.#page) this.#page.dressed(theme);
    else this.element.dataset['theme'] = theme;
  }

  /** On a phone, Back closes a picture, menu, picker or dialog first. */
  #cover() {
    const { menu, dialog, lightbox } = this.#ctx.state;
    const isCovered = this.#ctx.isNarrow && (Boolean(menu || dialog || lightbox) || pickerOpen(this.#ctx));
    if (isCovered !== this.#isCovered) isCovered ? this.#page?.router.cover?.() : this.#page?.router.uncover?.();
    this.#isCovered = isCovered;
  }

  /** Tells the host page what changed since the last frame. */
  #tell() {
    const last = this.#last;
    const { route } = this.#ctx.state;
    const open = route.name === 'conversation' ? (route.id ?? null) : null;
    const { state } = this.client.session;
    if (last.unread !== this.unread) this.#fire('unread', { count: this.unread });
    if (last.open !== open && route.name !== 'person') this.#fire('open', { conversationId: open });
    if (state === 'out' && last.state !== 'out' && last.state !== '') this.#fire('signout', {});
    this.#last = { unread: this.unread, open: route.name === 'person' ? last.open : open, state: state === 'unknown' ? '' : state };
  }

  /** @param {string} type @param {object} detail */
  #fire(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  /** What the views get; for extensions of this page. */
  get context() {
    return this.#ctx;
  }

  /** The number of unread messages. */
  get unread() {
    return ['in', 'expired'].includes(this.client.session.state) ? this.client.inbox.totalUnread : 0;
  }

  /** Opens a conversation, or the one with a person; without either, the list. @param {{conversationId?: string, userId?: string}} [what] */
  open({ conversationId, userId } = {}) {
    const id = encodeURIComponent(conversationId ?? userId ?? '');
    this.#ctx.navigate(conversationId ? `/c/${id}` : userId ? `/u/${id}` : '/');
  }

  /** @param {'light' | 'dark' | undefined} theme  undefined: the person's choice or the system's */
  setTheme(theme) {
    this.#options = { ...this.#options, theme };
    this.#ctx.fixed.theme = Boolean(theme);
    this.#dress();
    this.#ctx.schedule();
  }

  /** @param {string} language */
  async setLanguage(language) {
    this.#ctx.fixed.language = true;
    await this.#ctx.language.use(available(language));
    this.#ctx.schedule();
  }

  /** Accepts only CSS variables, which change the appearance but not the content. @param {Record<string, string>} variables */
  setVariables(variables) {
    const { style } = this.#page ? document.documentElement : this.element;
    for (const [name, value] of Object.entries(variables)) {
      if (name.startsWith('--')) style.setProperty(name, String(value));
    }
  }

  /** Signs out in all tabs and deletes what this browser stored. */
  signOut() {
    return this.client.signOut();
  }

  /** Takes the messenger off the page. Its client stays, and may be closed. */
  remove() {
    this.#ctx.close();
    this.element.shadowRoot?.replaceChildren();
    delete this.element.dataset['theme'];
  }
}

/** A place in the element's shadow root; a new one each time, as the template library keeps notes at it. @param {HTMLElement} element */
function shadowOf(element) {
  const place = document.createElement('div');
  place.className = 'messenger';
  (element.shadowRoot ?? element.attachShadow({ mode: 'open' })).replaceChildren(place);
  return place;
}

/** Without its styles nothing is drawn, so that no unstyled text appears. @param {HTMLElement} root */
function styled(root) {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = stylesheet;
  return new Promise((resolve) => {
    link.onload = link.onerror = resolve;
    root.before(link);
  });
}

/**
 * Shows a messenger in an element. Each has its own client, state and texts, so several work on one page.
 *
 * @param {HTMLElement} element
 * @param {MessengerOptions} options
 */
export const createMessenger = (element, options) => new Messenger(element, options);
