import { perMessenger } from '../core/per-messenger.js';
import { html, nothing } from '../lit.js';
import { find } from '../emoji/emoji.js';
import { remember } from '../emoji/recent.js';
import { toned } from '../emoji/tone.js';

/** @typedef {import('../core/context.js').Context} Context */

/** `:smile` at the cursor, at the beginning or after a space. */
const pattern = /(?:^|\s):([\p{L}\p{N}_]{2,20})$/u;

/** @typedef {{emoji: string, name: string}} Named */

const openOf = perMessenger(() => ({
  /** @type {Named[]} */
  found: [],
  at: 0,
  /** @type {HTMLTextAreaElement | null} */
  area: null,
}));

/** @param {Context} ctx */
export const completing = (ctx) => openOf(ctx).found.length > 0;

/** The text before the cursor that may become an emoji. @param {HTMLTextAreaElement} area */
const wordOf = (area) => pattern.exec(area.value.slice(0, area.selectionStart))?.[1] ?? '';

/** @param {Context} ctx @param {HTMLTextAreaElement} area */
export async function complete(ctx, area) {
  const word = wordOf(area);
  const found = word ? (await find(ctx, word)).slice(0, 6) : [];
  // The text may have changed while the names were loading.
  if (wordOf(area) !== word) return;
  Object.assign(openOf(ctx), { found, at: 0, area });
  ctx.schedule();
}

/** @param {Context} ctx @param {Named} choice */
function take(ctx, choice) {
  const open = openOf(ctx);
  const { area } = open;
  open.found = [];
  if (!area) return;
  const end = area.selectionStart;
  area.setRangeText(`${toned(ctx, choice.emoji)} `, end - wordOf(area).length - 1, end, 'end');
  remember(ctx, choice.emoji);
  area.focus();
  area.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** @param {Context} ctx @param {KeyboardEvent} event @returns {boolean} whether the key was for the list */
export function steerCompletion(ctx, event) {
  const open = openOf(ctx);
  const { found, at } = open;
  const choice = found[at];
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    open.at = (at + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % found.length;
  } else if ((event.key === 'Enter' || event.key === 'Tab') && choice) take(ctx, choice);
  else if (event.key === 'Escape') open.found = [];
  else return false;
  event.preventDefault();
  event.stopPropagation();
  ctx.schedule();
  return true;
}

/** @param {Context} ctx */
export function completion(ctx) {
  const open = openOf(ctx);
  if (!completing(ctx)) return nothing;
  /** @param {Named} each @param {number} index */
  const option = (each, index) => html`<li class="completion__option" role="option" id="completion-${index}"
    aria-selected=${index === open.at} @pointerdown=${(/** @type {Event} */ event) => (event.preventDefault(), take(ctx, each))}>
    <span class="completion__emoji">${toned(ctx, each.emoji)}</span>${each.name}
  </li>`;
  return html`<ul class="completion" role="listbox" id="completion" aria-label=${ctx.t('emoji.suggestions')}>${open.found.map(option)}</ul>`;
}

/** For `aria-activedescendant`. @param {Context} ctx */
export const activeOption = (ctx) => (completing(ctx) ? `completion-${openOf(ctx).at}` : null);
