import { html } from '../lit.js';
import { toast } from '../overlay/toast.js';

/** @typedef {import('../core/context.js').Context} Context */

/** Fallback for pages without a secure context: a selection and the browser's copy command. @param {Context} ctx @param {string} text */
function copySelected(ctx, text) {
  const focused = /** @type {HTMLElement | null} */ (ctx.activeElement);
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'heard';
  // A modal dialog makes everything outside it inert.
  (focused?.closest('dialog') ?? ctx.root).append(area);
  area.select();
  const isDone = document.execCommand('copy');
  area.remove();
  focused?.focus({ preventScroll: true });
  return isDone;
}

/** @param {Context} ctx @param {string} text */
export async function copy(ctx, text) {
  const isDone = navigator.clipboard
    ? await navigator.clipboard.writeText(text).then(() => true, () => false)
    : copySelected(ctx, text);
  if (isDone) toast(ctx, ctx.t('copied'));
}

/** @param {Context} ctx @param {string} text @param {string} label @param {number} [tab] */
export const copyButton = (ctx, text, label, tab = 0) =>
  html`<button class="link" type="button" tabindex=${tab} @click=${() => copy(ctx, text)}>${label}</button>`;
