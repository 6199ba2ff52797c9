import { html, nothing } from '../lit.js';
import { icon } from '../parts/icon.js';
import { explain } from '../parts/problem.js';
import { tooLarge } from './rules.js';

/** @typedef {import('../core/context.js').Context} Context */

/**
 * The progress of an upload with its actions.
 *
 * @param {Context} ctx
 * @param {import('../../client/types.js').UploadState} upload
 */
export function progress(ctx, upload) {
  const { id, name, state, error } = upload;
  const percent = Math.round(upload.progress * 100);
  if (state === 'done') return nothing;
  const cancel = html`<button type="button" class="icon-button progress__button" aria-label=${ctx.t('upload.cancel', { name })}
    @click=${() => ctx.client.uploads.cancel(id)}>${icon('close')}</button>`;
  if (state === 'failed') {
    return html`<div class="progress progress--failed">
      <p class="progress__why">${error?.code === 'payload_too_large' ? tooLarge(ctx, upload) : explain(ctx, error)}</p>
      <button type="button" class="icon-button progress__button" aria-label=${ctx.t('upload.retry', { name })}
        @click=${() => ctx.client.uploads.retry(id)}>${icon('retry')}</button>${cancel}
    </div>`;
  }
  return html`<div class="progress">
    <progress class="progress__bar" max="100" value=${percent} aria-label=${ctx.t('upload.of', { name })}></progress>
    <span class="progress__text">${state === 'waiting' ? ctx.t('upload.waiting') : `${percent} %`}</span>${cancel}
  </div>`;
}
