import { perMessenger } from '../core/per-messenger.js';
import { limits } from '../files/rules.js';
import { jumpToEnd } from '../conversation/jump.js';
import { openOf } from '../conversation/pane-state.js';
import { carried } from './carried.js';
import { add, pending, take } from './pending.js';
import { complete, completing, steerCompletion } from './completion.js';

/** @typedef {import('../core/context.js').Context} Context */

/** Pasted text that is too long for a message, until the person chooses what to do with it. */
export const longTextOf = perMessenger(() => ({ text: '' }));

/** @param {Context} ctx @returns {HTMLTextAreaElement | null} */
export const field = (ctx) => /** @type {HTMLTextAreaElement | null} */ (ctx.find('#composer-text'));

/** Code points, as the server counts them. @param {string} text */
export const lettersOf = (text) => (text.length > limits.letters ? [...text].length : text.length);

/** Fits the height to the text, up to the eight lines set by the stylesheet. @param {HTMLTextAreaElement} area */
export function grow(area) {
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight}px`;
}

/** @param {Context} ctx @param {string} id of the conversation */
export const inputOf = (ctx, id) => (/** @type {Event} */ event) => {
  const area = /** @type {HTMLTextAreaElement} */ (event.target);
  const conversation = ctx.client.conversation(id);
  conversation.draft = area.value;
  if (area.value.trim()) conversation.typingNow();
  else conversation.typingStopped();
  grow(area);
  complete(ctx, area);
  ctx.schedule();
};

/** @param {Context} ctx @param {string} id of the conversation */
export function send(ctx, id) {
  const area = field(ctx);
  const conversation = ctx.client.conversation(id);
  const content = area?.value ?? '';
  const files = pending(ctx, id).map((each) => each.file);
  if (!area || !conversation.canWrite || lettersOf(content) > limits.letters) return;
  if (!content.trim() && !files.length) return;
  conversation.send({ content: content.trim() ? content : undefined, files: take(ctx, id) });
  conversation.draft = '';
  conversation.typingStopped();
  area.value = '';
  grow(area);
  openOf(ctx).divider = null;
  area.focus();
  ctx.afterDraw(ctx.bind(jumpToEnd));
}

/** @param {Context} ctx @param {string} id of the conversation */
export const keyOf = (ctx, id) => (/** @type {KeyboardEvent} */ event) => {
  // While an input method composes, Enter selects a character; some browsers report this only by the key code.
  if (event.isComposing || event.keyCode === 229) return;
  if (completing(ctx) && steerCompletion(ctx, event)) return;
  if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  send(ctx, id);
};

/** @param {Context} ctx @param {string} id of the conversation */
export const pasteOf = (ctx, id) => (/** @type {ClipboardEvent} */ event) => {
  const carries = event.clipboardData?.types.includes('Files') ?? false;
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (event.clipboardData && carries && !text) {
    event.preventDefault();
    add(ctx, id, carried(ctx, event.clipboardData));
  } else if (lettersOf(text) > limits.letters) {
    event.preventDefault();
    longTextOf(ctx).text = text;
    ctx.schedule();
  }
};

/** Inserts text at the cursor so that undo works. @param {Context} ctx @param {string} text */
export function insert(ctx, text) {
  const area = field(ctx);
  if (!area) return;
  area.focus();
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
