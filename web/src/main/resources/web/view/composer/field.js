import { perMessenger } from '../core/per-messenger.js';
import { jumpToEnd } from '../conversation/scroll/jump.js';
import { openOf } from '../conversation/pane-state.js';
import { carried } from './carried.js';
import { add, pending, take } from './pending.js';
import { complete, completing, steerCompletion } from './completion.js';

/** @typedef {import('../core/context.js').Context} Context */

/** Pasted text that is too long for a message, until the person chooses what to do with it. */
export const longTextOf = perMessenger(() => ({ text: '' }));

/** @param {Context} ctx @returns {HTMLTextAreaElement | null} */
export const field = (ctx) => /** @type {HTMLTextAreaElement | null} */ (ctx.find('#composer-text'));

/** Code points, as the server counts them. @param {Context} ctx @param {string} text */
export const lettersOf = (ctx, text) => (text.length > ctx.client.limits.messageLength ? [...text].length : text.length);

/** @param {Context} ctx @param {string} text */
export const isTooLong = (ctx, text) => lettersOf(ctx, text) > ctx.client.limits.messageLength;

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
  if (!area || !conversation.canWrite || isTooLong(ctx, content)) return;
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
  if (scrolls(ctx, event)) return;
  if (!ctx.preferences.enterSends && !event.ctrlKey && !event.metaKey) return;
  if (event.key !== 'Enter' || event.shiftKey || event.altKey) return;
  event.preventDefault();
  send(ctx, id);
};

/** A text field of few lines has no use for these keys. @param {Context} ctx @param {KeyboardEvent} event */
function scrolls(ctx, { key, shiftKey, ctrlKey, altKey, metaKey }) {
  const way = { PageUp: -1, PageDown: 1 }[key];
  const list = ctx.find('message-list');
  if (!way || !list || shiftKey || ctrlKey || altKey || metaKey) return false;
  list.scrollBy({ top: way * 0.85 * list.clientHeight });
  return true;
}

/** @param {Context} ctx @param {string} id of the conversation */
export const pasteOf = (ctx, id) => (/** @type {ClipboardEvent} */ event) => {
  const carries = event.clipboardData?.types.includes('Files') ?? false;
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (event.clipboardData && carries && !text) {
    event.preventDefault();
    add(ctx, id, carried(ctx, event.clipboardData));
  } else if (isTooLong(ctx, text)) {
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
