import { html, nothing, ref } from '../lit.js';
import { set, state } from '../state.js';
import { t } from '../language.js';
import { closeDialog, showModal } from '../parts/dialog.js';
import { icon } from '../parts/icon.js';
import { place } from '../parts/place.js';
import { download } from './file-row.js';
import { gestures, isHeld } from './gestures.js';
import { sizeText } from './rules.js';
import { broken, source } from './source.js';
import { isNear, pan, scaleTo, toggle, whole, zoom } from './zoom.js';

/** Pixels that one key press moves a zoomed image. */
const step = 80;

/** @param {number} by */
function turn(by) {
  const shown = state.lightbox;
  if (!shown) return;
  const index = shown.index + by;
  if (index < 0 || index >= shown.attachments.length) return;
  whole();
  set({ lightbox: { ...shown, index } });
}

const hands = gestures({ turn, close: closeDialog });

/** @param {Event} event @returns {Element} */
const stageOf = (event) => /** @type {Element} */ (/** @type {Element} */ (event.currentTarget).closest('dialog')?.querySelector('.lightbox__stage'));

/** @param {KeyboardEvent} event */
function steer(event) {
  const stage = stageOf(event);
  /** Keys that change the image also move a zoomed image. @type {Record<string, [number, number]>} */
  const ways = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
  const way = ways[event.key];
  const scales = /** @type {Record<string, number>} */ ({ '+': zoom.scale * 1.6, '=': zoom.scale * 1.6, '-': zoom.scale / 1.6, 0: 1 });
  if (event.ctrlKey || event.metaKey || event.altKey || (!way && !(event.key in scales))) return;
  event.preventDefault();
  if (!way) scaleTo(stage, scales[event.key] ?? 1);
  else if (isNear()) pan(stage, way[0] * step, way[1] * step);
  else turn(-way[0]);
}

function closed() {
  hands.cancel();
  whole();
  set({ lightbox: null });
}

/** @param {-1 | 1} by @param {boolean} possible */
function arrow(by, possible) {
  return html`<button type="button" class="icon-button lightbox__arrow lightbox__arrow--${by < 0 ? 'back' : 'on'}" ?disabled=${!possible}
    aria-label=${t(by < 0 ? 'image.previous' : 'image.next')} @click=${() => turn(by)}>${icon('back')}</button>`;
}

/** @param {string} src @param {string} name @param {import('../../client/types.js').Attachment} image */
function picture(src, name, image) {
  const moved = place({ transform: `translate(${zoom.x}px, ${zoom.y}px) scale(${zoom.scale})` });
  const looks = `${isNear() ? 'lightbox__image--near' : ''} ${isHeld() ? 'lightbox__image--held' : ''}`;
  return html`<img class="lightbox__image ${looks}" src=${src} alt=${name} ${moved} draggable="false" @error=${() => broken(image, false)}>`;
}

export function lightbox() {
  if (!state.lightbox) return nothing;
  const { attachments, index } = state.lightbox;
  const image = attachments[index];
  if (!image) return nothing;
  const name = image.original_filename ?? image.filename;
  const src = source(image, false);
  return html`<dialog class="lightbox" aria-label=${name} ${ref(showModal)} @close=${closed} @keydown=${steer}>
    <header class="lightbox__bar">
      <p class="lightbox__name"><bdi class="ellipsis">${name}</bdi>
        <span>${sizeText(image.size)}${attachments.length > 1 ? ` · ${t('image.count', { index: index + 1, total: attachments.length })}` : ''}</span></p>
      <button type="button" class="icon-button" aria-label=${t('image.zoom')} aria-pressed=${isNear()} @click=${(/** @type {Event} */ event) => toggle(stageOf(event))}>${icon('zoom')}</button>
      <button type="button" class="icon-button" aria-label=${t('image.download')} @click=${() => download(image)}>${icon('download')}</button>
      <button type="button" class="icon-button" aria-label=${t('close')} autofocus @click=${closeDialog}>${icon('close')}</button>
    </header>
    <div class="lightbox__stage" @pointerdown=${hands.down} @pointermove=${hands.move} @pointerup=${hands.up}
      @pointercancel=${hands.cancel} @wheel=${hands.wheel}>
      ${src ? picture(src, name, image) : html`<span class="skeleton lightbox__wait"></span>`}
    </div>
    ${attachments.length > 1 ? html`${arrow(-1, index > 0)}${arrow(1, index < attachments.length - 1)}` : nothing}
  </dialog>`;
}
