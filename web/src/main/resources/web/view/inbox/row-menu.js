import { perMessenger } from '../core/per-messenger.js';
import { openMenu, openMenuAt } from '../overlay/menu.js';
import { longPress } from '../overlay/press.js';
import { rowActions } from './actions.js';

/** @typedef {import('../core/context.js').Context} Context */

/** @param {Context} ctx @param {number} x @param {number} y @param {HTMLElement} row */
function openAt(ctx, x, y, row) {
  const found = rowActions(ctx, row.dataset.id ?? '');
  if (found) openMenu(ctx, { ...found, x, y, origin: row });
}

export const pressOf = perMessenger((ctx) => longPress(ctx.bind(openAt)));

/** @param {Context} ctx @param {MouseEvent} event */
export function contextMenu(ctx, event) {
  event.preventDefault();
  const row = /** @type {HTMLElement} */ (event.currentTarget);
  const box = row.getBoundingClientRect();
  // Keyboard events have no position, so the menu opens at the row.
  openAt(ctx, event.clientX || box.left + 64, event.clientY || box.bottom, row);
}

/** @param {Context} ctx @param {Event} event @param {import('../../client/types.js').Conversation} conversation */
export function more(ctx, event, conversation) {
  const found = rowActions(ctx, conversation.id);
  if (found) openMenuAt(ctx, event, found.label, found.items);
}
