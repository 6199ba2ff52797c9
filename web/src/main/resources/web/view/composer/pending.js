import { perMessenger } from '../core/per-messenger.js';
import { toast } from '../overlay/toast.js';
import { check } from '../files/rules.js';

/** @typedef {import('../core/context.js').Context} Context */

/**
 * An attached file in the composer.
 *
 * @typedef {object} Pending
 * @property {number} id
 * @property {File} file
 * @property {boolean} image
 * @property {string} url of the preview; empty for what is no image
 */

const allOf = perMessenger(() => ({
  /** Keyed by conversation, so that files stay when another conversation is opened. @type {Map<string, Pending[]>} */
  files: new Map(),
  last: 0,
}));

/** @param {Context} ctx @param {string} conversationId */
export const pending = (ctx, conversationId) => allOf(ctx).files.get(conversationId) ?? [];

/** Whether files wait that leaving the page would lose. @param {Context} ctx */
export const hasPending = (ctx) => [...allOf(ctx).files.values()].some((each) => each.length > 0);

/**
 * Adds the files that the server would accept, and reports why the others are refused.
 *
 * @param {Context} ctx
 * @param {string} conversationId
 * @param {File[]} files
 */
export function add(ctx, conversationId, files) {
  const all = allOf(ctx);
  const held = [...pending(ctx, conversationId)];
  for (const file of files) {
    const refused = check(ctx, file, held.map((each) => each.file));
    if (refused) {
      toast(ctx, refused, { role: 'alert', stays: 8_000 });
      if (held.length >= ctx.client.limits.attachments) break;
      continue;
    }
    const image = file.type.startsWith('image/');
    held.push({ id: ++all.last, file, image, url: image ? URL.createObjectURL(file) : '' });
  }
  all.files.set(conversationId, held);
  ctx.schedule();
}

/** @param {Context} ctx @param {string} conversationId @param {number} id */
export function remove(ctx, conversationId, id) {
  const gone = pending(ctx, conversationId).find((each) => each.id === id);
  if (gone?.url) URL.revokeObjectURL(gone.url);
  allOf(ctx).files.set(conversationId, pending(ctx, conversationId).filter((each) => each.id !== id));
  ctx.schedule();
}

/** Returns the files and removes them from the composer. @param {Context} ctx @param {string} conversationId */
export function take(ctx, conversationId) {
  const files = pending(ctx, conversationId).map((each) => each.file);
  for (const { url } of pending(ctx, conversationId)) if (url) URL.revokeObjectURL(url);
  allOf(ctx).files.delete(conversationId);
  return files;
}

/** @param {Context} ctx @param {string} conversationId @param {string} text */
export function addText(ctx, conversationId, text) {
  add(ctx, conversationId, [new File([text], `${ctx.t('composer.text_file')}.txt`, { type: 'text/plain' })]);
}
