import { html } from '../lit.js';
import { client } from '../client.js';
import { t } from '../language.js';
import { icon } from '../parts/icon.js';
import { attempt } from '../parts/problem.js';
import { fileIcon, kindText } from './kind.js';
import { progress } from './progress.js';
import { sizeText, splitName } from './rules.js';

/** @typedef {import('../../client/types.js').Attachment} Attachment */

/** @param {string} name */
function shownName(name) {
  const [head, tail] = splitName(name);
  return html`<span class="middle" title=${name}><span class="middle__head">${head}</span><span>${tail}</span></span>`;
}

/**
 * Saves a file under its name: by its signed URL if valid, otherwise through a copy in memory.
 *
 * @param {Attachment} attachment
 */
export async function download(attachment) {
  const url = client.files.urlNow(attachment) ?? (await attempt(client.files.url(attachment)));
  if (!url) return;
  const link = document.createElement('a');
  link.href = url;
  link.download = attachment.original_filename ?? attachment.filename;
  link.click();
}

/** @param {Attachment} attachment @param {number} tab */
export function fileRow(attachment, tab) {
  const name = attachment.original_filename ?? attachment.filename;
  const size = sizeText(attachment.size);
  return html`<li>
    <button type="button" class="file" tabindex=${tab} @click=${() => download(attachment)}>
      <span class="heard">${t('file.download', { name, size })}</span>
      <span class="file__icon">${icon(fileIcon(name))}</span>
      <span class="file__text" aria-hidden="true">${shownName(name)}<span class="file__detail">${size} · ${kindText(name)}</span></span>
      <span class="file__action">${icon('download')}</span>
    </button>
  </li>`;
}

/** @param {import('../../client/types.js').UploadState} upload */
export function uploadRow(upload) {
  return html`<li class="file">
    <span class="file__icon">${icon(fileIcon(upload.name))}</span>
    <span class="file__text">${shownName(upload.name)}<span class="file__detail">${sizeText(upload.size)}</span>${progress(upload)}</span>
  </li>`;
}
