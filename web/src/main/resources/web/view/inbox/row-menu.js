import { openMenu, openMenuAt } from '../parts/menu.js';
import { longPress } from '../parts/press.js';
import { rowActions } from './actions.js';

/** @param {number} x @param {number} y @param {HTMLElement} row */
function openAt(x, y, row) {
  const found = rowActions(row.dataset.id ?? '');
  if (found) openMenu({ ...found, x, y, origin: row });
}

export const press = longPress(openAt);

/** @param {MouseEvent} event */
export function contextMenu(event) {
  event.preventDefault();
  const row = /** @type {HTMLElement} */ (event.currentTarget);
  const box = row.getBoundingClientRect();
  // Keyboard events have no position, so the menu opens at the row.
  openAt(event.clientX || box.left + 64, event.clientY || box.bottom, row);
}

/** @param {Event} event @param {import('../../client/types.js').Conversation} conversation */
export function more(event, conversation) {
  const found = rowActions(conversation.id);
  if (found) openMenuAt(event, found.label, found.items);
}
