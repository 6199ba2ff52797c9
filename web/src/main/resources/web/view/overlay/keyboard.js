import { html } from '../lit.js';
import { visibleConversations } from '../inbox/list.js';
import { closePicker, pickerOpen } from '../emoji/picker.js';
import { dialog } from './dialog.js';

/** @typedef {import('../core/context.js').Context} Context */

const apple = /Mac|iPhone|iPad/.test(navigator.platform);

/** The entries of the shortcut list opened by `?`. */
const shortcuts = [
  [apple ? '⌘ K' : 'Ctrl K', 'keys.search'],
  ['Alt ↑ / Alt ↓', 'keys.next'],
  ['Ctrl F6', 'keys.landmark'],
  ['↑ ↓', 'keys.rove'],
  ['Enter', 'keys.send'],
  ['Shift Enter', 'keys.line'],
  ['Shift F10', 'keys.menu'],
  ['Esc', 'keys.close'],
  ['?', 'keys.help'],
];

/** @param {Context} ctx */
export function shortcutsDialog(ctx) {
  const rows = shortcuts.map(([keys, key]) => html`<div class="keys__row"><dt><kbd>${keys}</kbd></dt><dd>${ctx.t(key ?? '')}</dd></div>`);
  return dialog(ctx, { title: ctx.t('keys.title'), body: html`<dl class="keys">${rows}</dl>` });
}

/** @param {Context} ctx @param {number} step */
function neighbour(ctx, step) {
  const all = visibleConversations(ctx);
  const at = all.findIndex((each) => each.id === ctx.state.route.id);
  const next = all[at < 0 ? 0 : at + step];
  if (next) ctx.navigate(`/c/${next.id}`);
}

/** Moves the focus between list, conversation and composer. @param {Context} ctx */
function nextLandmark(ctx) {
  const places = /** @type {HTMLElement[]} */ ([...ctx.findAll('#sidebar, #main, #composer-text')]).filter((each) => each.offsetParent);
  const at = places.findLastIndex((each) => each.contains(ctx.activeElement));
  places[(at + 1) % places.length]?.focus();
}

/** Closes the topmost open element on Esc. @param {Context} ctx */
function leave(ctx) {
  if (pickerOpen(ctx)) closePicker(ctx);
  else if (ctx.state.query) ctx.set({ query: '' });
  else if (ctx.state.route.name === 'new') ctx.navigate('/');
  else return false;
  return true;
}

/** A character that a person types; a space also presses buttons. @param {KeyboardEvent} event */
const isLetter = ({ key, ctrlKey, metaKey, altKey }) => [...key].length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;

/** The focus moves before the browser inserts the character. @param {Context} ctx */
function toComposer(ctx) {
  ctx.find('#composer-text')?.focus();
  return false;
}

/** @param {Context} ctx @param {KeyboardEvent} event @returns {boolean} whether the key was ours */
function handle(ctx, event) {
  const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
  const writing = target.matches('input, textarea, select, [contenteditable]');
  if ((apple ? event.metaKey : event.ctrlKey) && event.key.toLowerCase() === 'k') {
    if (ctx.isNarrow && ctx.state.route.name !== 'inbox') ctx.navigate('/');
    requestAnimationFrame(() => ctx.find('#search')?.focus());
  } else if (event.altKey && event.key === 'ArrowDown') neighbour(ctx, 1);
  else if (event.altKey && event.key === 'ArrowUp') neighbour(ctx, -1);
  else if (event.ctrlKey && event.key === 'F6') nextLandmark(ctx);
  else if (event.key === 'Escape') return leave(ctx);
  else if (event.key === '?' && !writing) ctx.set({ dialog: { kind: 'shortcuts' } });
  else if (!writing && isLetter(event)) return toComposer(ctx);
  else return false;
  return true;
}

/** @param {Context} ctx */
export function listenToKeys(ctx) {
  // In a page of others, only keys pressed inside are for the messenger.
  const place = /** @type {EventTarget} */ (ctx.isPage ? window : ctx.element);
  place.addEventListener('keydown', (each) => {
    const event = /** @type {KeyboardEvent} */ (each);
    if (event.defaultPrevented || event.isComposing || ctx.find('dialog[open]') || ctx.state.menu) return;
    if (handle(ctx, event)) event.preventDefault();
  }, { signal: ctx.signal });
  place.addEventListener('paste', (event) => {
    const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
    if (!ctx.find('dialog[open]') && !target.matches?.('input, textarea')) toComposer(ctx);
  }, { signal: ctx.signal, capture: true });
}
