import { perMessenger } from '../core/per-messenger.js';

/** @typedef {import('../core/context.js').Context} Context */

/** @typedef {import('../core/state.js').Route} Route */

const lastOf = perMessenger(() => ({ route: /** @type {Route | null} */ (null) }));

/** @param {Route} one @param {Route} other */
const same = (one, other) => one.name === other.name && one.id === other.id;

/**
 * Moves the keyboard focus into an opened conversation, and back to its row when it closes.
 *
 * @param {Context} ctx
 * @param {Route} route
 */
export function followRoute(ctx, route) {
  const last = lastOf(ctx);
  const from = last.route;
  last.route = route;
  if (!from || same(from, route)) return;
  ctx.afterDraw(() => place(ctx, from, route)?.focus({ preventScroll: true }));
}

/** @param {Context} ctx @param {Route} from @param {Route} to @returns {HTMLElement | null} */
function place(ctx, from, to) {
  if (to.name === 'new') return ctx.find('#search');
  const row = from.id && ctx.find(`.row__link[data-id="${CSS.escape(from.id)}"]`);
  if (to.name === 'inbox') return /** @type {HTMLElement | null} */ (row || ctx.find('#sidebar'));
  // On wide screens with a keyboard the text field focuses itself.
  return ctx.activeElement?.id === 'composer-text' ? null : ctx.find('#main');
}
