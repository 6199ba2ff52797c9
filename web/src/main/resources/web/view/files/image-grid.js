import { html, nothing } from '../lit.js';
import { place } from '../overlay/place.js';
import { broken, previewOf, source } from './source.js';
import { progress } from './progress.js';

/** @typedef {import('../core/context.js').Context} Context */

/**
 * @typedef {import('../../client/types.js').Attachment} Attachment
 * @typedef {import('../../client/types.js').UploadState} UploadState
 */

/** The maximum box of a single image in pixels; the rest is cropped. */
const most = { width: 360, height: 400 };
const least = { width: 200, height: 96 };

/**
 * The displayed size of an image, computed before it is loaded, so that the layout does not shift.
 *
 * @param {{width?: number, height?: number}} image
 */
export function fit({ width = 4, height = 3 }) {
  const scale = Math.min(most.width / width, most.height / height, 1);
  const shown = { width: Math.max(least.width, width * scale), height: Math.max(least.height, height * scale) };
  return { width: Math.round(shown.width), height: Math.round(shown.height) };
}

/** @param {number} count */
const gridClass = (count) => `grid grid--${Math.min(count, 5)}`;

/** @param {{width?: number, height?: number}} image */
function box(image) {
  const { width, height } = fit(image);
  return place({ width: `${width}px`, 'aspect-ratio': `${width} / ${height}` });
}

/**
 * @param {Context} ctx
 * @param {Attachment[]} images
 * @param {import('../../client/types.js').Message} message
 * @param {number} tab
 */
export function imageGrid(ctx, images, message, tab) {
  const single = images.length === 1;
  /** @param {Attachment} image @param {number} index */
  const cell = (image, index) => {
    const src = source(ctx, image, !single);
    const alt = single && message.content ? message.content : (image.original_filename ?? image.filename);
    return html`<button type="button" class="grid__cell" tabindex=${tab} ${single ? box(image) : nothing}
      aria-label=${ctx.t('image.open', { name: alt.slice(0, 120) })} @click=${() => ctx.set({ lightbox: { attachments: images, index } })}>
      ${src
        ? html`<img src=${src} alt="" decoding="async" draggable="false" @error=${() => broken(ctx, image, !single)}>`
        : html`<span class="skeleton grid__wait"></span>`}
    </button>`;
  };
  return html`<div class=${gridClass(images.length)}>${images.map(cell)}</div>`;
}

/** Images being uploaded, at their final size. @param {Context} ctx @param {UploadState[]} uploads */
export function uploadGrid(ctx, uploads) {
  const single = uploads.length === 1;
  return html`<div class=${gridClass(uploads.length)}>
    ${uploads.map((upload) => {
      const size = sizes.get(upload.blob);
      return html`<div class="grid__cell" ${single ? box(size ?? {}) : nothing}>
        <img src=${previewOf(ctx, upload.blob)} alt=${upload.name} draggable="false" @load=${remember(ctx, upload.blob)} @error=${hide}>
        ${progress(ctx, upload)}
      </div>`;
    })}
  </div>`;
}

/** A file that is not a valid image shows its error instead of a broken image. @param {Event} event */
const hide = (event) => {
  /** @type {HTMLElement} */ (event.target).hidden = true;
};

/** @type {WeakMap<Blob, {width: number, height: number}>} */
const sizes = new WeakMap();

/** @param {Context} ctx @param {Blob} blob */
const remember = (ctx, blob) => (/** @type {Event} */ event) => {
  const { naturalWidth: width, naturalHeight: height } = /** @type {HTMLImageElement} */ (event.target);
  if (sizes.has(blob)) return;
  sizes.set(blob, { width, height });
  ctx.set({});
};
