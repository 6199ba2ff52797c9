import { html } from '../lit.js';
import { icon } from '../parts/icon.js';
import { attempt } from '../parts/problem.js';
import { fileIcon, kindText } from './kind.js';
import { progress } from './progress.js';
import { sizeText, splitName } from './rules.js';

/** @typedef {import('../core/context.js').Context} Context */

/** @typedef {import('../../client/types.js').Attachment} Attachment */

/** @param {string} name */
function shownName(name) {
  const [head, tail] = splitName(name);
  return html`<span class="middle" title=${name}><span class="middle__head">${head}</span><span>${tail}</span></span>`;
}

/**
 * Saves a file under its name: by its signed URL if valid, otherwise through a copy in memory.
 *
 * @param {Context} ctx
 * @param {Attachment} attachment
 */
export async function download(ctx, attachment) {
  const url = ctx.client.files.urlNow(attachment) ?? (await attempt(ctx, ctx.client.files.url(attachment)));
  if (!url) return;
  const link = document.createElement('a');
  link.href = url;
  link.download = attachment.original_filename ?? attachment.filename;
  link.click();
}

/** @param {Context} ctx @param {Attachment} attachment @param {number} tab */
export function fileRow(ctx, attachment, tab) {
  const name = attachment.original_filename ?? attachment.filename;
  const size = sizeText(ctx, attachment.size);
  return html`<li>
    <button type="button" class="file" tabindex=${tab} @click=${() => download(ctx, attachment)}>
      <span class="heard">${ctx.t('file.download', { name, size })}</span>
      <span class="file__icon">${icon(fileIcon(name))}</span>
      <span class="file__text" aria-hidden="true">${shownName(name)}<span class="file__detail">${size} · ${kindText(name)}</span></span>
      <span class="file__action">${icon('download')}</span>
    </button>
  </li>`;
}

/** @param {Context} ctx @param {import('../../client/types.js').UploadState} upload */
export function uploadRow(ctx, upload) {
  return html`<li class="file">
    <span class="file__icon">${icon(fileIcon(upload.name))}</span>
    <span class="file__text">${shownName(upload.name)}<span class="file__detail">${sizeText(ctx, upload.size)}</span>${progress(ctx, upload)}</span>
  </li>`;
}
