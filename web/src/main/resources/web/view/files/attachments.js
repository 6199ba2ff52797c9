import { html, nothing } from '../lit.js';
import { fileRow, uploadRow } from './file-row.js';
import { imageGrid, uploadGrid } from './image-grid.js';

/** @typedef {import('../core/context.js').Context} Context */

/**
 * The files of a message: images as a grid, others as rows.
 *
 * @param {Context} ctx
 * @param {import('../../client/types.js').Message} message
 * @param {number} tab the tab index of what can be opened: a list of messages is one stop, and its files would be many
 */
export function attachments(ctx, message, tab) {
  const { uploads, type } = message;
  if (message.attachments.length) {
    const images = message.attachments.filter((each) => each.type === 'image');
    const files = message.attachments.filter((each) => each.type !== 'image');
    return html`${images.length ? imageGrid(ctx, images, message, tab) : nothing}
    ${files.length ? html`<ul class="files" role="list">${files.map((each) => fileRow(ctx, each, tab))}</ul>` : nothing}`;
  }
  if (!uploads.length) return nothing;
  return type === 'image' ? uploadGrid(ctx, uploads) : html`<ul class="files" role="list">${uploads.map(ctx.bind(uploadRow))}</ul>`;
}
