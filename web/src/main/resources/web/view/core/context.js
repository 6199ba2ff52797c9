import { Language } from './language.js';
import { Loop } from './loop.js';
import { parse } from './routes.js';
import { firstState } from './state.js';

/**
 * One messenger on a page: what every view gets passed. Holds the client, the view state, the texts and
 * the place where it is drawn. Nothing of it is shared with another messenger on the same page.
 *
 * @typedef {import('./state.js').ViewState} ViewState
 *
 * @typedef {object} ContextParts
 * @property {HTMLElement} element  where it is shown
 * @property {HTMLElement} root  what it is drawn into
 * @property {import('../../client/types.js').DmClientShape} client
 * @property {import('./memory-router.js').Router} router
 * @property {import('../settings/preferences.js').Preferences} preferences
 * @property {import('../messenger.js').Fixed} fixed  what the host page decides, so that the person cannot
 * @property {import('../messenger.js').View} view
 * @property {boolean} isPage  the page consists of this messenger alone
 * @property {() => void} moved  Back or forward closes what lies over the page
 * @property {() => void} draw
 * @property {() => void} dress  applies the theme
 */
export class Context {
  #parts;
  #loop;
  #closed = new AbortController();
  /** @type {WeakMap<Function, any>} */
  #bound = new WeakMap();
  state = firstState();
  language = new Language();

  /** @param {ContextParts} parts */
  constructor(parts) {
    this.#parts = parts;
    this.client = parts.client;
    this.preferences = parts.preferences;
    this.element = parts.element;
    this.root = parts.root;
    this.fixed = parts.fixed;
    this.view = parts.view;
    this.isPage = parts.isPage;
    this.dress = parts.dress;
    this.#loop = new Loop(parts.draw);
    this.schedule = this.#loop.schedule;
    this.afterDraw = this.#loop.afterDraw;
  }

  /** Aborted when the messenger is removed; for listeners. */
  get signal() {
    return this.#closed.signal;
  }

  get activeElement() {
    return /** @type {Document | ShadowRoot} */ (this.root.getRootNode()).activeElement;
  }

  /** Whether there is room for one pane only, as in style/layout.css. */
  get isNarrow() {
    return this.element.clientWidth < 720;
  }

  /** @param {string} selector @returns {HTMLElement | null} */
  find = (selector) => this.root.querySelector(selector);

  /** @param {string} selector @returns {HTMLElement[]} */
  findAll = (selector) => [...this.root.querySelectorAll(selector)].map((each) => /** @type {HTMLElement} */ (each));

  /** @param {string} key @param {Record<string, string | number>} [values] */
  t = (key, values) => this.language.text(key, values);

  /** @param {number} count */
  number = (count) => this.language.number(count);

  /** @param {Partial<ViewState>} changes */
  set = (changes) => {
    Object.assign(this.state, changes);
    this.schedule();
  };

  /**
   * A view's function with this context filled in. The same function each time, so that the template
   * library sees no change.
   *
   * @template {unknown[]} A
   * @template R
   * @param {(ctx: Context, ...rest: A) => R} f
   * @returns {(...rest: A) => R}
   */
  bind(f) {
    const known = this.#bound.get(f) ?? f.bind(null, this);
    this.#bound.set(f, known);
    return known;
  }

  /** Follows the router, also where it is moved from outside. */
  listenToRouter() {
    this.state.route = parse(this.#parts.router.path);
    if (this.state.route.name === 'unknown') this.navigate('/', { replace: true });
    const moved = () => {
      this.#parts.moved();
      this.set({ route: parse(this.#parts.router.path), menu: null, dialog: null, lightbox: null });
    };
    this.#parts.router.listen(moved, this.signal);
  }

  /**
   * @param {string} path
   * @param {{replace?: boolean}} [options]
   */
  navigate = (path, options = {}) => {
    this.#parts.router.go(path, options);
    this.set({ route: parse(path), menu: null });
  };

  /** Returns to the list. */
  back = () => {
    if (!this.#parts.router.back()) this.navigate('/', { replace: true });
  };

  /** For links within the messenger that can still be opened in a new tab. @param {MouseEvent} event */
  follow = (event) => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = /** @type {HTMLAnchorElement} */ (event.currentTarget);
    event.preventDefault();
    this.navigate(link.dataset['path'] ?? new URL(link.href).pathname);
  };

  /** The address of a path of the server, also from a page elsewhere. @param {string} path */
  href = (path) => (path.startsWith('/') ? this.client.base + path : path);

  close() {
    this.#closed.abort();
    this.#loop.end();
  }
}
