import { html, nothing } from '../lit.js';
import { schedule } from '../loop.js';
import { t } from '../language.js';
import { find } from '../emoji/emoji.js';
import { remember } from '../emoji/recent.js';
import { toned } from '../emoji/tone.js';

/** `:smile` at the cursor, at the beginning or after a space. */
const pattern = /(?:^|\s):([\p{L}\p{N}_]{2,20})$/u;

/** @typedef {{emoji: string, name: string}} Named */

const open = {
  /** @type {Named[]} */
  found: [],
  at: 0,
  /** @type {HTMLTextAreaElement | null} */
  area: null,
};

export const completing = () => open.found.length > 0;

/** The text before the cursor that may become an emoji. @param {HTMLTextAreaElement} area */
const wordOf = (area) => pattern.exec(area.value.slice(0, area.selectionStart))?.[1] ?? '';

/** @param {HTMLTextAreaElement} area */
export async function complete(area) {
  const word = wordOf(area);
  const found = word ? (await find(word)).slice(0, 6) : [];
  // The text may have changed while the names were loading.
  if (wordOf(area) !== word) return;
  Object.assign(open, { found, at: 0, area });
  schedule();
}

/** @param {Named} choice */
function take(choice) {
  const { area } = open;
  open.found = [];
  if (!area) return;
  const end = area.selectionStart;
  area.setRangeText(`${toned(choice.emoji)} `, end - wordOf(area).length - 1, end, 'end');
  remember(choice.emoji);
  area.focus();
  area.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** @param {KeyboardEvent} event @returns {boolean} whether the key was for the list */
export function steerCompletion(event) {
  const { found, at } = open;
  const choice = found[at];
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    open.at = (at + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % found.length;
  } else if ((event.key === 'Enter' || event.key === 'Tab') && choice) take(choice);
  else if (event.key === 'Escape') open.found = [];
  else return false;
  event.preventDefault();
  event.stopPropagation();
  schedule();
  return true;
}

export function completion() {
  if (!completing()) return nothing;
  /** @param {Named} each @param {number} index */
  const option = (each, index) => html`<li class="completion__option" role="option" id="completion-${index}"
    aria-selected=${index === open.at} @pointerdown=${(/** @type {Event} */ event) => (event.preventDefault(), take(each))}>
    <span class="completion__emoji">${toned(each.emoji)}</span>${each.name}
  </li>`;
  return html`<ul class="completion" role="listbox" id="completion" aria-label=${t('emoji.suggestions')}>${open.found.map(option)}</ul>`;
}

/** For `aria-activedescendant`. */
export const activeOption = () => (completing() ? `completion-${open.at}` : null);
