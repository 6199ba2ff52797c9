import { perMessenger } from '../core/per-messenger.js';
import { html, nothing, ref } from '../lit.js';
import { closeDialog, showModal } from '../overlay/dialog.js';
import { icon } from '../parts/icon.js';
import { place } from '../overlay/place.js';
import { download } from './file-row.js';
import { gestures, isHeld } from './gestures.js';
import { sizeText } from './rules.js';
import { broken, source } from './source.js';
import { isNear, pan, scaleTo, toggle, whole, zoomOf } from './zoom.js';

/** @typedef {import('../core/context.js').Context} Context */

/** Pixels that one key press moves a zoomed image. */
const step = 80;

/** @param {Context} ctx @param {number} by */
function turn(ctx, by) {
  const shown = ctx.state.lightbox;
  if (!shown) return;
  const index = shown.index + by;
  if (index < 0 || index >= shown.attachments.length) return;
  whole(ctx);
  ctx.set({ lightbox: { ...shown, index } });
}

const handsOf = perMessenger((ctx) => gestures(ctx, { turn: ctx.bind(turn), close: ctx.bind(closeDialog) }));

/** @param {Event} event @returns {Element} */
const stageOf = (event) => /** @type {Element} */ (/** @type {Element} */ (event.currentTarget).closest('dialog')?.querySelector('.lightbox__stage'));

/** @param {Context} ctx @param {KeyboardEvent} event */
function steer(ctx, event) {
  const zoom = zoomOf(ctx);
  const stage = stageOf(event);
  /** Keys that change the image also move a zoomed image. @type {Record<string, [number, number]>} */
  const ways = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
  const way = ways[event.key];
  const scales = /** @type {Record<string, number>} */ ({ '+': zoom.scale * 1.6, '=': zoom.scale * 1.6, '-': zoom.scale / 1.6, 0: 1 });
  if (event.ctrlKey || event.metaKey || event.altKey || (!way && !(event.key in scales))) return;
  event.preventDefault();
  if (!way) scaleTo(ctx, stage, scales[event.key] ?? 1);
  else if (isNear(ctx)) pan(ctx, stage, way[0] * step, way[1] * step);
  else turn(ctx, -way[0]);
}

/** @param {Context} ctx */
function closed(ctx) {
  handsOf(ctx).cancel();
  whole(ctx);
  ctx.set({ lightbox: null });
}

/** @param {Context} ctx @param {-1 | 1} by @param {boolean} possible */
function arrow(ctx, by, possible) {
  return html`<button type="button" class="icon-button lightbox__arrow lightbox__arrow--${by < 0 ? 'back' : 'on'}" ?disabled=${!possible}
    aria-label=${ctx.t(by < 0 ? 'image.previous' : 'image.next')} @click=${() => turn(ctx, by)}>${icon('back')}</button>`;
}

/** @param {Context} ctx @param {string} src @param {string} name @param {import('../../client/types.js').Attachment} image */
function picture(ctx, src, name, image) {
  const zoom = zoomOf(ctx);
  const moved = place({ transform: `translate(${zoom.x}px, ${zoom.y}px) scale(${zoom.scale})` });
  const looks = `${isNear(ctx) ? 'lightbox__image--near' : ''} ${isHeld(ctx) ? 'lightbox__image--held' : ''}`;
  return html`<img class="lightbox__image ${looks}" src=${src} alt=${name} ${moved} draggable="false" @error=${() => broken(ctx, image, false)}>`;
}

/** @param {Context} ctx */
export function lightbox(ctx) {
  const hands = handsOf(ctx);
  if (!ctx.state.lightbox) return nothing;
  const { attachments, index } = ctx.state.lightbox;
  const image = attachments[index];
  if (!image) return nothing;
  const name = image.original_filename ?? image.filename;
  const src = source(ctx, image, false);
  return html`<dialog class="lightbox" aria-label=${name} ${ref(showModal)} @close=${ctx.bind(closed)} @keydown=${ctx.bind(steer)}>
    <header class="lightbox__bar">
      <p class="lightbox__name"><bdi class="ellipsis">${name}</bdi>
        <span>${sizeText(ctx, image.size)}${attachments.length > 1 ? ` · ${ctx.t('image.count', { index: index + 1, total: attachments.length })}` : ''}</span></p>
      <button type="button" class="icon-button" aria-label=${ctx.t('image.zoom')} aria-pressed=${isNear(ctx)} @click=${(/** @type {Event} */ event) => toggle(ctx, stageOf(event))}>${icon('zoom')}</button>
      <button type="button" class="icon-button" aria-label=${ctx.t('image.download')} @click=${() => download(ctx, image)}>${icon('download')}</button>
      <button type="button" class="icon-button" aria-label=${ctx.t('close')} autofocus @click=${ctx.bind(closeDialog)}>${icon('close')}</button>
    </header>
    <div class="lightbox__stage" @pointerdown=${hands.down} @pointermove=${hands.move} @pointerup=${hands.up}
      @pointercancel=${hands.cancel} @wheel=${hands.wheel}>
      ${src ? picture(ctx, src, name, image) : html`<span class="skeleton lightbox__wait"></span>`}
    </div>
    ${attachments.length > 1 ? html`${arrow(ctx, -1, index > 0)}${arrow(ctx, 1, index < attachments.length - 1)}` : nothing}
  </dialog>`;
}
