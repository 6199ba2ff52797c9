import { html, nothing, ref, repeat } from '../lit.js';
import { schedule } from '../loop.js';
import { t } from '../language.js';
import { icon } from '../parts/icon.js';
import { find, named } from './emoji.js';
import { recent, remember } from './recent.js';
import { toneChoice } from './tone-choice.js';
import { toned } from './tone.js';

/** Columns of a row, as in style/emoji.css. */
const columns = 8;

const open = {
  shown: false,
  query: '',
  /** @type {Array<{name: string, emoji: string[]}>} */
  sections: [],
  /** @type {Array<{name: string, sign: string, emoji: string[]}>} */
  groups: [],
  /** @type {Map<string, {name: string}>} */
  names: new Map(),
};

export const pickerOpen = () => open.shown;

export async function togglePicker() {
  open.shown = !open.shown;
  open.query = '';
  schedule();
  if (!open.shown) return;
  [open.names, { groups: open.groups }] = await Promise.all([named(), import('./groups.js')]);
  open.sections = [{ name: 'recent', emoji: recent() }, ...open.groups];
  addEventListener('pointerdown', closeOutside);
  schedule();
}

/** @param {Event} event */
function closeOutside(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  if (target.closest('.picker, .composer__smile')) return;
  closePicker();
}

export function closePicker() {
  removeEventListener('pointerdown', closeOutside);
  open.shown = false;
  schedule();
}

/** @param {Event} event */
async function search(event) {
  open.query = /** @type {HTMLInputElement} */ (event.target).value.trim();
  const found = open.query ? await find(open.query) : [];
  open.sections = open.query ? [{ name: 'found', emoji: found.map((each) => each.emoji) }] : [{ name: 'recent', emoji: recent() }, ...open.groups];
  schedule();
}

/** @param {KeyboardEvent} event */
function steer(event) {
  if (event.key === 'Escape') {
    event.stopPropagation();
    closePicker();
    document.getElementById('composer-text')?.focus();
    return;
  }
  const buttons = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.picker__emoji')]);
  const at = buttons.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  if (at < 0 && event.key !== 'ArrowDown') return;
  const to = at < 0 ? 0 : next(event.key, at);
  if (to === null) return;
  event.preventDefault();
  buttons[Math.max(0, Math.min(buttons.length - 1, to))]?.focus();
}

/** @param {string} key @param {number} at */
function next(key, at) {
  const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns };
  const step = steps[/** @type {keyof typeof steps} */ (key)];
  return step === undefined ? null : at + step;
}

/** @param {string} name */
function jumpTo(name) {
  document.getElementById(`emoji-${name}`)?.scrollIntoView({ block: 'start' });
}

/** @param {Element | undefined} element */
function focusOnce(element) {
  if (element && matchMedia('(hover: hover)').matches) queueMicrotask(() => /** @type {HTMLElement} */ (element).focus());
}

/** @param {(text: string) => void} insert */
export function picker(insert) {
  if (!open.shown) return nothing;
  /** @param {string} emoji */
  const take = (emoji) => {
    insert(toned(emoji));
    remember(emoji);
  };
  /** @param {string} emoji @param {boolean} stop */
  const button = (emoji, stop) => html`<button type="button" class="picker__emoji" tabindex=${stop ? 0 : -1}
    aria-label=${open.names.get(emoji)?.name || emoji} title=${open.names.get(emoji)?.name ?? ''} @click=${() => take(emoji)}>${toned(emoji)}</button>`;
  /** @param {{name: string, emoji: string[]}} section @param {number} index */
  const sectionOf = ({ name, emoji }, index) => html`<section aria-label=${t(`emoji.group.${name}`)}>
    <h3 class="picker__title" id="emoji-${name}">${t(`emoji.group.${name}`)}</h3>
    <div class="picker__grid">${emoji.map((each, at) => button(each, index === 0 && at === 0))}</div>
  </section>`;
  return html`<div class="picker" role="dialog" aria-label=${t('emoji.open')} @keydown=${steer}>
    <div class="picker__search search">${icon('search')}
      <input class="search__input" type="search" aria-label=${t('emoji.search')} placeholder=${t('emoji.search')} autocomplete="off"
        @input=${search} ${ref(focusOnce)}></div>
    <div class="picker__groups">
      ${open.groups.map((each) => html`<button type="button" class="picker__group" aria-label=${t(`emoji.group.${each.name}`)}
        title=${t(`emoji.group.${each.name}`)} @click=${() => jumpTo(each.name)}>${each.sign}</button>`)}
    </div>
    <div class="picker__list scroll" tabindex="-1">
      ${repeat(open.sections, (each) => each.name, sectionOf)}
      ${open.query && !open.sections[0]?.emoji.length ? html`<p class="picker__none" role="status">${t('emoji.none')}</p>` : nothing}
    </div>
    ${toneChoice()}
  </div>`;
}
