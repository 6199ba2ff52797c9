import { toast } from '../overlay/toast.js';

/** @typedef {import('../core/context.js').Context} Context */

/**
 * Dropped or pasted files. A folder appears as a file; only its entry shows that it is a folder.
 *
 * @param {Context} ctx
 * @param {DataTransfer} transfer
 */
export function carried(ctx, transfer) {
  const items = [...transfer.items].filter((each) => each.kind === 'file');
  const files = items.filter((each) => !each.webkitGetAsEntry()?.isDirectory);
  if (files.length < items.length) toast(ctx, ctx.t('file.folder'), { role: 'alert', stays: 8_000 });
  return files.map((each) => each.getAsFile()).filter((each) => each !== null);
}
