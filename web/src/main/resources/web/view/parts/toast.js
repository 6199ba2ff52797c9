import { html, nothing, repeat } from '../lit.js';
import { set, state } from '../state.js';
import { t } from '../language.js';
import { icon } from './icon.js';

/** @typedef {import('../state.js').Toast} Toast */

/** Milliseconds a toast stays visible. */
const stayMilliseconds = 5_000;

let last = 0;
/** @type {Map<number, ReturnType<typeof setTimeout>>} */
const timers = new Map();

/** @param {number} id */
export function dismiss(id) {
  clearTimeout(timers.get(id));
  timers.delete(id);
  set({ toasts: state.toasts.filter((each) => each.id !== id) });
}

/**
 * @param {string | (() => string)} text anew with every frame where it is a function
 * @param {Partial<Toast> & {stays?: number}} [options]
 */
export function toast(text, { stays = stayMilliseconds, ...rest } = {}) {
  const id = ++last;
  timers.set(id, setTimeout(() => dismiss(id), stays));
  set({ toasts: [...state.toasts.slice(-2), { id, text, role: 'status', ...rest }] });
  return id;
}

/** @param {Toast} each */
function card(each) {
  return html`<div class="toast toast--${each.role}">
    ${each.role === 'alert' ? icon('alert') : nothing}
    <p class="toast__text" dir="auto">${typeof each.text === 'string' ? each.text : each.text()}</p>
    ${each.action
      ? html`<button class="link" type="button" @click=${each.action.run}>${each.action.label}</button>`
      : nothing}
    <button class="icon-button toast__close" type="button" aria-label=${t('close')} @click=${() => dismiss(each.id)}>
      ${icon('close')}
    </button>
  </div>`;
}

/** Both live regions always exist: screen readers do not announce a region that is inserted with its text. */
export function toasts() {
  /** @param {Toast['role']} role */
  const of = (role) => repeat(state.toasts.filter((each) => each.role === role), (each) => each.id, card);
  return html`<div class="toasts">
    <div role="status">${of('status')}</div>
    <div role="alert">${of('alert')}</div>
  </div>`;
}
