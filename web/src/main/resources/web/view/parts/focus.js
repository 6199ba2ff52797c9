import { afterDraw } from '../loop.js';

/** @typedef {import('../state.js').Route} Route */

/** @type {Route | null} */
let before = null;

/** @param {Route} one @param {Route} other */
const same = (one, other) => one.name === other.name && one.id === other.id;

/**
 * Whoever moves by keyboard stays where they look: in a conversation that opened, or at its row when it closed.
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
  // On wide screens with a keyboard the text field takes the focus itself.
  return document.activeElement?.id === 'composer-text' ? null : document.querySelector('#main');
}
