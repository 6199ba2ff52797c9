/** @typedef {import('../core/memory-router.js').Router} Router */

/**
 * The path in the address bar, with the browser's back and forward.
 *
 * @implements {Router}
 */
export class AddressRouter {
  /** What replaces the entry that the browser is going back to. @type {string | null} */
  #next = null;
  /** This page goes back, not the person. */
  #isOwn = false;

  get path() {
    return location.pathname;
  }

  /** @param {string} path @param {{replace?: boolean}} [options] */
  go(path, { replace = false } = {}) {
    if (location.pathname === path) return;
    if (replace && history.state?.cover) {
      // The entry to replace is the one below.
      this.#next = path;
      history.back();
      return;
    }
    const depth = (history.state?.depth ?? 0) + (replace ? 0 : 1);
    if (replace || history.state?.cover) history.replaceState({ depth }, '', path);
    else history.pushState({ depth }, '', path);
  }

  /** Returns through the history only to an entry that this page created, so that the browser's back button stays consistent. */
  back() {
    if (!(history.state?.depth > 0)) return false;
    history.back();
    return true;
  }

  /** Something opened over the page: Back closes it before it leaves the page. */
  cover() {
    if (!history.state?.cover) history.pushState({ depth: history.state?.depth ?? 0, cover: true }, '');
  }

  /** It was closed in another way. */
  uncover() {
    if (!history.state?.cover || this.#next) return;
    this.#isOwn = true;
    history.back();
  }

  /** @param {() => void} moved @param {AbortSignal} signal */
  listen(moved, signal) {
    const popped = () => {
      const isOwn = this.#isOwn && !this.#next;
      this.#isOwn = false;
      if (this.#next) history.replaceState({ depth: history.state?.depth ?? 0 }, '', this.#next);
      this.#next = null;
      if (!isOwn) moved();
    };
    addEventListener('popstate', popped, { signal });
  }
}
