import { html, nothing, ref } from '../lit.js';
import { set, state } from '../state.js';
import { icon } from './icon.js';
import { place } from './place.js';

/** @typedef {import('../state.js').MenuItem} MenuItem */

const width = 232;
const rowHeight = 44;

/**
 * Opens a menu at a point, kept inside the window.
 *
 * @param {{label: string, items: MenuItem[], x: number, y: number, origin?: Element | null}} menu
 */
export function openMenu({ label, items, x, y, origin = document.activeElement }) {
  const height = items.length * rowHeight + 16;
  const left = Math.max(8, Math.min(x, innerWidth - width - 8));
  const top = y + height > innerHeight - 8 ? Math.max(8, y - height) : y;
  set({ menu: { label, items, x: left, y: top, origin: /** @type {HTMLElement | null} */ (origin) } });
}

/** @param {Event} event of the button it hangs from @param {string} label @param {MenuItem[]} items */
export function openMenuAt(event, label, items) {
  event.stopPropagation();
  const origin = /** @type {HTMLElement} */ (event.currentTarget);
  const box = origin.getBoundingClientRect();
  openMenu({ label, items, x: box.right - width, y: box.bottom + 4, origin });
}

export function closeMenu() {
  const origin = state.menu?.origin;
  if (!state.menu) return;
  set({ menu: null });
  if (origin?.isConnected) origin.focus({ preventScroll: true });
}

/** @param {KeyboardEvent} event */
function steer(event) {
  const list = /** @type {HTMLElement} */ (event.currentTarget);
  const items = /** @type {HTMLElement[]} */ ([...list.querySelectorAll('[role=menuitem]')]);
  const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (next !== undefined) items[(next + items.length) % items.length]?.focus();
  else if (event.key === 'Escape' || event.key === 'Tab') closeMenu();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** @param {Element | undefined} list */
function focusFirst(list) {
  queueMicrotask(() => list?.querySelector('button')?.focus());
}

export function menu() {
  if (!state.menu) return nothing;
  const { label, items, x, y } = state.menu;
  /** @param {MenuItem} item */
  const row = (item) => html`<button type="button" role="menuitem" tabindex="-1"
    class="menu__item ${item.danger ? 'menu__item--danger' : ''}" @click=${() => (closeMenu(), item.run())}>
    ${icon(item.icon)}<span>${item.label}</span>
  </button>`;
  return html`<div class="menu-layer" role="region" aria-label=${label} @pointerdown=${closeMenu} @contextmenu=${closeOver}>
    <div class="menu" role="menu" aria-label=${label} ${place({ left: `${x}px`, top: `${y}px` })}
        ${ref(focusFirst)} @keydown=${steer} @pointerdown=${(/** @type {Event} */ event) => event.stopPropagation()}>
      ${items.map(row)}
    </div>
  </div>`;
}

/** A finger still pressed after opening the menu also sends this event. @param {MouseEvent} event */
function closeOver(event) {
  event.preventDefault();
  if (/** @type {PointerEvent} */ (event).pointerType !== 'touch') closeMenu();
}
