import { afterDraw } from '../loop.js';

/** @typedef {import('../state.js').Route} Route */

/** @type {Route | null} */
let before = null;

/** @param {Route} one @param {Route} other */
const same = (one, other) => one.name === other.name && one.id === other.id;

/**
 * Moves the keyboard focus into an opened conversation, and back to its row when it closes.
 *
 * @param {Route} route
 */
export function followRoute(route) {
  const from = before;
  before = route;
  if (!from || same(from, route)) return;
  afterDraw(() => place(from, route)?.focus({ preventScroll: true }));
}

/** @param {Route} from @param {Route} to @returns {HTMLElement | null} */
function place(from, to) {
  if (to.name === 'new') return document.querySelector('#search');
  const row = from.id && document.querySelector(`.row__link[data-id="${CSS.escape(from.id)}"]`);
  if (to.name === 'inbox') return /** @type {HTMLElement | null} */ (row || document.querySelector('#sidebar'));
  // On wide screens with a keyboard the text field focuses itself.
  return document.activeElement?.id === 'composer-text' ? null : document.querySelector('#main');
}
