import { schedule } from '../loop.js';
import { t } from '../language.js';
import { toast } from '../parts/toast.js';
import { check, limits } from '../files/rules.js';

/**
 * An attached file in the composer.
 *
 * @typedef {object} Pending
 * @property {number} id
 * @property {File} file
 * @property {boolean} image
 * @property {string} url of the preview; empty for what is no image
 */

/** Keyed by conversation, so that files stay when another conversation is opened. @type {Map<string, Pending[]>} */
const all = new Map();
let last = 0;

/** @param {string} conversationId */
export const pending = (conversationId) => all.get(conversationId) ?? [];

/**
 * Adds the files that the server would accept, and reports why the others are refused.
 *
 * @param {string} conversationId
 * @param {File[]} files
 */
export function add(conversationId, files) {
  const held = [...pending(conversationId)];
  for (const file of files) {
    const refused = check(file, held.map((each) => each.file));
    if (refused) {
      toast(refused, { role: 'alert', stays: 8_000 });
      if (held.length >= limits.count) break;
      continue;
    }
    const image = file.type.startsWith('image/');
    held.push({ id: ++last, file, image, url: image ? URL.createObjectURL(file) : '' });
  }
  all.set(conversationId, held);
  schedule();
}

/** @param {string} conversationId @param {number} id */
export function remove(conversationId, id) {
  const gone = pending(conversationId).find((each) => each.id === id);
  if (gone?.url) URL.revokeObjectURL(gone.url);
  all.set(conversationId, pending(conversationId).filter((each) => each.id !== id));
  schedule();
}

/** Returns the files and removes them from the composer. @param {string} conversationId */
export function take(conversationId) {
  const files = pending(conversationId).map((each) => each.file);
  for (const { url } of pending(conversationId)) if (url) URL.revokeObjectURL(url);
  all.delete(conversationId);
  return files;
}

/** @param {string} conversationId @param {string} text */
export function addText(conversationId, text) {
  add(conversationId, [new File([text], `${t('composer.text_file')}.txt`, { type: 'text/plain' })]);
}
