import { html } from '../lit.js';
import { set, state } from '../state.js';
import { navigate } from '../router.js';
import { t } from '../language.js';
import { visibleConversations } from '../inbox/list.js';
import { closePicker, pickerOpen } from '../emoji/picker.js';
import { dialog } from './dialog.js';

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

export function shortcutsDialog() {
  const rows = shortcuts.map(([keys, key]) => html`<div class="keys__row"><dt><kbd>${keys}</kbd></dt><dd>${t(key ?? '')}</dd></div>`);
  return dialog({ title: t('keys.title'), body: html`<dl class="keys">${rows}</dl>` });
}

/** @param {number} step */
function neighbour(step) {
  const all = visibleConversations();
  const at = all.findIndex((each) => each.id === state.route.id);
  const next = all[at < 0 ? 0 : at + step];
  if (next) navigate(`/c/${next.id}`);
}

/** Moves the focus between list, conversation and composer. */
function nextLandmark() {
  const places = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('#sidebar, #main, #composer-text')]).filter((each) => each.offsetParent);
  const at = places.findLastIndex((each) => each.contains(document.activeElement));
  places[(at + 1) % places.length]?.focus();
}

/** Closes the topmost open element on Esc. */
function leave() {
  if (pickerOpen()) closePicker();
  else if (state.query) set({ query: '' });
  else if (state.route.name === 'new') navigate('/');
  else return false;
  return true;
}

/** @param {KeyboardEvent} event @returns {boolean} whether the key was ours */
function handle(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  const writing = target.matches('input, textarea, select, [contenteditable]');
  if ((apple ? event.metaKey : event.ctrlKey) && event.key.toLowerCase() === 'k') {
    if (innerWidth < 720 && state.route.name !== 'inbox') navigate('/');
    requestAnimationFrame(() => document.getElementById('search')?.focus());
  } else if (event.altKey && event.key === 'ArrowDown') neighbour(1);
  else if (event.altKey && event.key === 'ArrowUp') neighbour(-1);
  else if (event.ctrlKey && event.key === 'F6') nextLandmark();
  else if (event.key === 'Escape') return leave();
  else if (event.key === '?' && !writing) set({ dialog: { kind: 'shortcuts' } });
  else return false;
  return true;
}

export function listenToKeys() {
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]') || state.menu) return;
    if (handle(event)) event.preventDefault();
  });
}
