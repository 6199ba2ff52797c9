import { html } from '../lit.js';
import { t } from '../language.js';
import { toast } from './toast.js';

/** Fallback for pages without a secure context: a selection and the browser's copy command. @param {string} text */
function copySelected(text) {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'heard';
  // A modal dialog makes everything outside it inert.
  (focused?.closest('dialog') ?? document.body).append(area);
  area.select();
  const isDone = document.execCommand('copy');
  area.remove();
  focused?.focus({ preventScroll: true });
  return isDone;
}

/** @param {string} text */
export async function copy(text) {
  const isDone = navigator.clipboard
    ? await navigator.clipboard.writeText(text).then(() => true, () => false)
    : copySelected(text);
  if (isDone) toast(t('copied'));
}

/** @param {string} text @param {string} label @param {number} [tab] */
export const copyButton = (text, label, tab = 0) =>
  html`<button class="link" type="button" tabindex=${tab} @click=${() => copy(text)}>${label}</button>`;
