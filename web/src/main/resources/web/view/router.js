import { set, state } from './state.js';

/** @typedef {import('./state.js').Route} Route */

/**
 * @param {string} path
 * @returns {Route}
 */
export function parse(path) {
  const conversation = /^\/c\/([^/]+)\/?$/.exec(path);
  if (conversation) return { name: 'conversation', id: decodeURIComponent(conversation[1] ?? '') };
  if (path === '/') return { name: 'inbox' };
  if (path === '/settings') return { name: 'settings' };
  if (path === '/new') return { name: 'new' };
  return { name: 'unknown' };
}

/** Follows the address bar, and the browser's back and forward. @param {() => void} moved */
export function listen(moved) {
  state.route = parse(location.pathname);
  if (state.route.name === 'unknown') navigate('/', { replace: true });
  addEventListener('popstate', () => {
    set({ route: parse(location.pathname), menu: null, dialog: null, lightbox: null });
    moved();
  });
}

/**
 * @param {string} path
 * @param {{replace?: boolean}} [options]
 */
export function navigate(path, options = {}) {
  if (location.pathname !== path) {
    const depth = (history.state?.depth ?? 0) + (options.replace ? 0 : 1);
    if (options.replace) history.replaceState({ depth }, '', path);
    else history.pushState({ depth }, '', path);
  }
  set({ route: parse(path), menu: null });
}

/** Returns to the list, through the history if this page created the entry, so that the browser's back button stays consistent. */
export function back() {
  if (history.state?.depth > 0) history.back();
  else navigate('/', { replace: true });
}

/** For links within the page that can still be opened in a new tab. @param {MouseEvent} event */
export function follow(event) {
  if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = /** @type {HTMLAnchorElement} */ (event.currentTarget);
  event.preventDefault();
  navigate(new URL(link.href).pathname);
}
