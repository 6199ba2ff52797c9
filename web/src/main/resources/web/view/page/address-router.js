/** @typedef {import('../core/memory-router.js').Router} Router */

/**
 * The path in the address bar, with the browser's back and forward.
 *
 * @implements {Router}
 */
export class AddressRouter {
  get path() {
    return location.pathname;
  }

  /** @param {string} path @param {{replace?: boolean}} [options] */
  go(path, { replace = false } = {}) {
    if (location.pathname === path) return;
    const depth = (history.state?.depth ?? 0) + (replace ? 0 : 1);
    if (replace) history.replaceState({ depth }, '', path);
    else history.pushState({ depth }, '', path);
  }

  /** Returns through the history only to an entry that this page created, so that the browser's back button stays consistent. */
  back() {
    if (!(history.state?.depth > 0)) return false;
    history.back();
    return true;
  }

  /** @param {() => void} moved @param {AbortSignal} signal */
  listen(moved, signal) {
    addEventListener('popstate', moved, { signal });
  }
}
