/** @typedef {import('./state.js').Route} Route */

/** @param {string} path @returns {Route} */
export function parse(path) {
  const found = /^\/(c|u)\/([^/]+)\/?$/.exec(path);
  if (found) return { name: found[1] === 'c' ? 'conversation' : 'person', id: decodeURIComponent(found[2] ?? '') };
  if (path === '/') return { name: 'inbox' };
  if (path === '/settings') return { name: 'settings' };
  if (path === '/new') return { name: 'new' };
  return { name: 'unknown' };
}
