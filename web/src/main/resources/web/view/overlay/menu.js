import { html, nothing, ref } from '../lit.js';
import { icon } from '../parts/icon.js';
import { place } from './place.js';

/** @typedef {import('../core/context.js').Context} Context */

/** @typedef {import('../core/state.js').MenuItem} MenuItem */

const width = 232;
const rowHeight = 44;

/**
 * Opens a menu at a point, kept inside the window.
 *
 * @param {Context} ctx
 * @param {{label: string, items: MenuItem[], x: number, y: number, origin?: Element | null}} menu
 */
export function openMenu(ctx, { label, items, x, y, origin = ctx.activeElement }) {
  const height = items.length * rowHeight + 16;
  // The messenger's own edges: it may be a part of a page.
  const box = ctx.element.getBoundingClientRect();
  const left = Math.max(8, Math.min(x - box.left, box.width - width - 8));
  const top = y - box.top + height > box.height - 8 ? Math.max(8, y - box.top - height) : y - box.top;
  ctx.set({ menu: { label, items, x: left, y: top, origin: /** @type {HTMLElement | null} */ (origin) } });
}

/** @param {Context} ctx @param {Event} event of the button it hangs from @param {string} label @param {MenuItem[]} items */
export function openMenuAt(ctx, event, label, items) {
  event.stopPropagation();
  const origin = /** @type {HTMLElement} */ (event.currentTarget);
  const box = origin.getBoundingClientRect();
  openMenu(ctx, { label, items, x: box.right - width, y: box.bottom + 4, origin });
}

/** @param {Context} ctx */
export function closeMenu(ctx) {
  const origin = ctx.state.menu?.origin;
  if (!ctx.state.menu) return;
  ctx.set({ menu: null });
  if (origin?.isConnected) origin.focus({ preventScroll: true });
}

/** @param {Context} ctx @param {KeyboardEvent} event */
function steer(ctx, event) {
  const list = /** @type {HTMLElement} */ (event.currentTarget);
  const items = /** @type {HTMLElement[]} */ ([...list.querySelectorAll('[role=menuitem]')]);
  const at = items.indexOf(/** @type {HTMLElement} */ (ctx.activeElement));
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (next !== undefined) items[(next + items.length) % items.length]?.focus();
  else if (event.key === 'Escape' || event.key === 'Tab') closeMenu(ctx);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** @param {Element | undefined} list */
function focusFirst(list) {
  queueMicrotask(() => list?.querySelector('button')?.focus());
}

/** @param {Context} ctx */
export function menu(ctx) {
  if (!ctx.state.menu) return nothing;
  const { label, items, x, y } = ctx.state.menu;
  /** @param {MenuItem} item */
  const row = (item) => html`<button type="button" role="menuitem" tabindex="-1"
    class="menu__item ${item.danger ? 'menu__item--danger' : ''}" @click=${() => (closeMenu(ctx), item.run())}>
    ${icon(item.icon)}<span>${item.label}</span>
  </button>`;
  return html`<div class="menu-layer" role="region" aria-label=${label} @pointerdown=${ctx.bind(closeMenu)} @contextmenu=${ctx.bind(closeOver)}>
    <div class="menu" role="menu" aria-label=${label} ${place({ left: `${x}px`, top: `${y}px` })}
        ${ref(focusFirst)} @keydown=${ctx.bind(steer)} @pointerdown=${(/** @type {Event} */ event) => event.stopPropagation()}>
      ${items.map(row)}
    </div>
  </div>`;
}

/** A finger still pressed after opening the menu also sends this event. @param {Context} ctx @param {MouseEvent} event */
function closeOver(ctx, event) {
  event.preventDefault();
  if (/** @type {PointerEvent} */ (event).pointerType !== 'touch') closeMenu(ctx);
}
