import { client } from '../client.js';
import { afterDraw, schedule } from '../loop.js';
import { limits } from '../files/rules.js';
import { jumpToEnd } from '../conversation/jump.js';
import { open } from '../conversation/pane-state.js';
import { carried } from './carried.js';
import { add, pending, take } from './pending.js';
import { complete, completing, steerCompletion } from './completion.js';

/** Pasted text that is too long for a message, until the person chooses what to do with it. */
export const paste = { text: '' };

/** @returns {HTMLTextAreaElement | null} */
export const field = () => document.querySelector('#composer-text');

/** Code points, as the server counts them. @param {string} text */
export const lettersOf = (text) => (text.length > limits.letters ? [...text].length : text.length);

/** Fits the height to the text, up to the eight lines set by the stylesheet. @param {HTMLTextAreaElement} area */
export function grow(area) {
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight}px`;
}

/** @param {string} id of the conversation */
export const inputOf = (id) => (/** @type {Event} */ event) => {
  const area = /** @type {HTMLTextAreaElement} */ (event.target);
  const conversation = client.conversation(id);
  conversation.draft = area.value;
  if (area.value.trim()) conversation.typingNow();
  else conversation.typingStopped();
  grow(area);
  complete(area);
  schedule();
};

/** @param {string} id of the conversation */
export function send(id) {
  const area = field();
  const conversation = client.conversation(id);
  const content = area?.value ?? '';
  const files = pending(id).map((each) => each.file);
  if (!area || !conversation.canWrite || lettersOf(content) > limits.letters) return;
  if (!content.trim() && !files.length) return;
  conversation.send({ content: content.trim() ? content : undefined, files: take(id) });
  conversation.draft = '';
  conversation.typingStopped();
  area.value = '';
  grow(area);
  open.divider = null;
  area.focus();
  afterDraw(jumpToEnd);
}

/** @param {string} id of the conversation */
export const keyOf = (id) => (/** @type {KeyboardEvent} */ event) => {
  // While an input method composes, Enter selects a character; some browsers report this only by the key code.
  if (event.isComposing || event.keyCode === 229) return;
  if (completing() && steerCompletion(event)) return;
  if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  send(id);
};

/** @param {string} id of the conversation */
export const pasteOf = (id) => (/** @type {ClipboardEvent} */ event) => {
  const carries = event.clipboardData?.types.includes('Files') ?? false;
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (event.clipboardData && carries && !text) {
    event.preventDefault();
    add(id, carried(event.clipboardData));
  } else if (lettersOf(text) > limits.letters) {
    event.preventDefault();
    paste.text = text;
    schedule();
  }
};

/** Inserts text at the cursor so that undo works. @param {string} text */
export function insert(text) {
  const area = field();
  if (!area) return;
  area.focus();
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
