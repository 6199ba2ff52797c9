import { perMessenger } from '../core/per-messenger.js';
import { html, nothing, repeat } from '../lit.js';
import { icon } from '../parts/icon.js';

/** @typedef {import('../core/context.js').Context} Context */
/** @typedef {import('../core/state.js').Toast} Toast */

/** Milliseconds a toast stays visible. */
const stayMilliseconds = 5_000;

const shownOf = perMessenger(() => ({
  last: 0,
  /** @type {Map<number, ReturnType<typeof setTimeout>>} */
  timers: new Map(),
}));

/** @param {Context} ctx @param {number} id */
export function dismiss(ctx, id) {
  const shown = shownOf(ctx);
  clearTimeout(shown.timers.get(id));
  shown.timers.delete(id);
  ctx.set({ toasts: ctx.state.toasts.filter((each) => each.id !== id) });
}

/**
 * @param {Context} ctx
 * @param {string | (() => string)} text anew with every frame where it is a function
 * @param {Partial<Toast> & {stays?: number}} [options]
 */
export function toast(ctx, text, { stays = stayMilliseconds, ...rest } = {}) {
  const shown = shownOf(ctx);
  const id = ++shown.last;
  shown.timers.set(id, setTimeout(() => dismiss(ctx, id), stays));
  ctx.set({ toasts: [...ctx.state.toasts.slice(-2), { id, text, role: 'status', ...rest }] });
  return id;
}

/** @param {Context} ctx @param {Toast} each */
function card(ctx, each) {
  return html`<div class="toast toast--${each.role}">
    ${each.role === 'alert' ? icon('alert') : nothing}
    <p class="toast__text" dir="auto">${typeof each.text === 'string' ? each.text : each.text()}</p>
    ${each.action
      ? html`<button class="link" type="button" @click=${each.action.run}>${each.action.label}</button>`
      : nothing}
    <button class="icon-button toast__close" type="button" aria-label=${ctx.t('close')} @click=${() => dismiss(ctx, each.id)}>
      ${icon('close')}
    </button>
  </div>`;
}

/** Both live regions always exist: screen readers do not announce a region that is inserted with its text. @param {Context} ctx */
export function toasts(ctx) {
  /** @param {Toast['role']} role */
  const of = (role) => repeat(ctx.state.toasts.filter((each) => each.role === role), (each) => each.id, ctx.bind(card));
  return html`<div class="toasts">
    <div role="status">${of('status')}</div>
    <div role="alert">${of('alert')}</div>
  </div>`;
}
