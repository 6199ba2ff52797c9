import { perMessenger } from '../core/per-messenger.js';
import { html, nothing, ref, repeat } from '../lit.js';
import { icon } from '../parts/icon.js';
import { find, named } from './emoji.js';
import { recent, remember } from './recent.js';
import { toneChoice } from './tone-choice.js';
import { toned } from './tone.js';

/** @typedef {import('../core/context.js').Context} Context */

/** Columns of a row, as in style/emoji.css. */
const columns = 8;

const openOf = perMessenger(() => ({
  shown: false,
  query: '',
  /** @type {Array<{name: string, emoji: string[]}>} */
  sections: [],
  /** @type {Array<{name: string, sign: string, emoji: string[]}>} */
  groups: [],
  /** @type {Map<string, {name: string}>} */
  names: new Map(),
}));

/** @param {Context} ctx */
export const pickerOpen = (ctx) => openOf(ctx).shown;

/** @param {Context} ctx */
export async function togglePicker(ctx) {
  const open = openOf(ctx);
  open.shown = !open.shown;
  open.query = '';
  ctx.schedule();
  if (!open.shown) return;
  [open.names, { groups: open.groups }] = await Promise.all([named(ctx), import('./groups.js')]);
  open.sections = [{ name: 'recent', emoji: recent(ctx) }, ...open.groups];
  addEventListener('pointerdown', ctx.bind(closeOutside));
  ctx.schedule();
}

/** @param {Context} ctx @param {Event} event */
function closeOutside(ctx, event) {
  const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
  if (target.closest('.picker, .composer__smile')) return;
  closePicker(ctx);
}

/** @param {Context} ctx */
export function closePicker(ctx) {
  if (!openOf(ctx).shown) return;
  removeEventListener('pointerdown', ctx.bind(closeOutside));
  openOf(ctx).shown = false;
  ctx.schedule();
}

/** @param {Context} ctx @param {Event} event */
async function search(ctx, event) {
  const open = openOf(ctx);
  open.query = /** @type {HTMLInputElement} */ (event.target).value.trim();
  const found = open.query ? await find(ctx, open.query) : [];
  open.sections = open.query ? [{ name: 'found', emoji: found.map((each) => each.emoji) }] : [{ name: 'recent', emoji: recent(ctx) }, ...open.groups];
  ctx.schedule();
}

/** @param {Context} ctx @param {KeyboardEvent} event */
function steer(ctx, event) {
  if (event.key === 'Escape') {
    event.stopPropagation();
    closePicker(ctx);
    ctx.find('#composer-text')?.focus();
    return;
  }
  const buttons = /** @type {HTMLElement[]} */ ([...ctx.findAll('.picker__emoji')]);
  const at = buttons.indexOf(/** @type {HTMLElement} */ (ctx.activeElement));
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

/** @param {Context} ctx @param {string} name */
function jumpTo(ctx, name) {
  ctx.find(`#emoji-${CSS.escape(name)}`)?.scrollIntoView({ block: 'start' });
}

/** @param {Element | undefined} element */
function focusOnce(element) {
  if (element && matchMedia('(hover: hover)').matches) queueMicrotask(() => /** @type {HTMLElement} */ (element).focus());
}

/** @param {Context} ctx @param {(text: string) => void} insert */
export function picker(ctx, insert) {
  const open = openOf(ctx);
  if (!open.shown) return nothing;
  /** @param {string} emoji */
  const take = (emoji) => {
    insert(toned(ctx, emoji));
    remember(ctx, emoji);
  };
  /** @param {string} emoji @param {boolean} stop */
  const button = (emoji, stop) => html`<button type="button" class="picker__emoji" tabindex=${stop ? 0 : -1}
    aria-label=${open.names.get(emoji)?.name || emoji} title=${open.names.get(emoji)?.name ?? ''} @click=${() => take(emoji)}>${toned(ctx, emoji)}</button>`;
  /** @param {{name: string, emoji: string[]}} section @param {number} index */
  const sectionOf = ({ name, emoji }, index) => html`<section aria-label=${ctx.t(`emoji.group.${name}`)}>
    <h3 class="picker__title" id="emoji-${name}">${ctx.t(`emoji.group.${name}`)}</h3>
    <div class="picker__grid">${emoji.map((each, at) => button(each, index === 0 && at === 0))}</div>
  </section>`;
  return html`<div class="picker" role="dialog" aria-label=${ctx.t('emoji.open')} @keydown=${ctx.bind(steer)}>
    <div class="picker__search search">${icon('search')}
      <input class="search__input" type="search" aria-label=${ctx.t('emoji.search')} placeholder=${ctx.t('emoji.search')} autocomplete="off"
        @input=${ctx.bind(search)} ${ref(focusOnce)}></div>
    <div class="picker__groups">
      ${open.groups.map((each) => html`<button type="button" class="picker__group" aria-label=${ctx.t(`emoji.group.${each.name}`)}
        title=${ctx.t(`emoji.group.${each.name}`)} @click=${() => jumpTo(ctx, each.name)}>${each.sign}</button>`)}
    </div>
    <div class="picker__list scroll" tabindex="-1">
      ${repeat(open.sections, (each) => each.name, sectionOf)}
      ${open.query && !open.sections[0]?.emoji.length ? html`<p class="picker__none" role="status">${ctx.t('emoji.none')}</p>` : nothing}
    </div>
    ${toneChoice(ctx)}
  </div>`;
}
