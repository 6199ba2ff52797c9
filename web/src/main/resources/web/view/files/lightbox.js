import { html, nothing, ref } from '../lit.js';
import { set, state } from '../state.js';
import { t } from '../language.js';
import { closeDialog, showModal } from '../parts/dialog.js';
import { icon } from '../parts/icon.js';
import { place } from '../parts/place.js';
import { download } from './file-row.js';
import { sizeText } from './rules.js';
import { broken, source } from './source.js';

const zoom = { scale: 1, x: 0, y: 0 };
/** Where a finger or the mouse went down. @type {{x: number, y: number, fromX: number, fromY: number, touch: boolean} | null} */
let grip = null;
const swipePixels = 60;
const steps = [1, 2, 4];

function whole() {
  Object.assign(zoom, { scale: 1, x: 0, y: 0 });
}

/** @param {number} step */
function turn(step) {
  const shown = state.lightbox;
  if (!shown) return;
  const index = shown.index + step;
  if (index < 0 || index >= shown.attachments.length) return;
  whole();
  set({ lightbox: { ...shown, index } });
}

/** @param {number} [to] */
function scaleTo(to) {
  const next = to ?? steps[(steps.indexOf(zoom.scale) + 1) % steps.length] ?? 1;
  if (next === 1) whole();
  zoom.scale = next;
  set({});
}

/** @param {KeyboardEvent} event */
function steer(event) {
  const keys = {
    ArrowLeft: () => turn(-1),
    ArrowRight: () => turn(1),
    '+': () => scaleTo(Math.min(4, zoom.scale * 2)),
    '-': () => scaleTo(Math.max(1, zoom.scale / 2)),
  };
  const action = keys[/** @type {keyof typeof keys} */ (event.key)];
  if (!action) return;
  event.preventDefault();
  action();
}

const pointer = {
  /** @param {PointerEvent} event */
  down(event) {
    grip = { x: event.clientX, y: event.clientY, fromX: zoom.x, fromY: zoom.y, touch: event.pointerType === 'touch' };
    if (zoom.scale > 1) /** @type {HTMLElement} */ (event.currentTarget).setPointerCapture(event.pointerId);
  },
  /** @param {PointerEvent} event */
  move(event) {
    if (!grip || zoom.scale === 1) return;
    zoom.x = grip.fromX + event.clientX - grip.x;
    zoom.y = grip.fromY + event.clientY - grip.y;
    set({});
  },
  /** @param {PointerEvent} event */
  up(event) {
    if (!grip) return;
    const { x, y, touch } = grip;
    const [right, down] = [event.clientX - x, event.clientY - y];
    grip = null;
    const still = Math.hypot(right, down) < 6;
    if (zoom.scale > 1 && !still) return;
    if (touch && Math.abs(right) > swipePixels) turn(right > 0 ? -1 : 1);
    else if (touch && down > 2 * swipePixels) closeDialog();
    else if (still && /** @type {HTMLElement} */ (event.target).tagName === 'IMG') scaleTo();
    else if (still) closeDialog();
  },
};

function closed() {
  whole();
  set({ lightbox: null });
}

/** @param {-1 | 1} step @param {boolean} possible */
function arrow(step, possible) {
  return html`<button type="button" class="icon-button lightbox__arrow lightbox__arrow--${step < 0 ? 'back' : 'on'}" ?disabled=${!possible}
    aria-label=${t(step < 0 ? 'image.previous' : 'image.next')} @click=${() => turn(step)}>${icon('back')}</button>`;
}

export function lightbox() {
  if (!state.lightbox) return nothing;
  const { attachments, index } = state.lightbox;
  const image = attachments[index];
  if (!image) return nothing;
  const name = image.original_filename ?? image.filename;
  const src = source(image, false);
  const moved = place({ transform: `translate(${zoom.x}px, ${zoom.y}px) scale(${zoom.scale})` });
  return html`<dialog class="lightbox" aria-label=${name} ${ref(showModal)} @close=${closed} @keydown=${steer}>
    <header class="lightbox__bar">
      <p class="lightbox__name"><bdi class="ellipsis">${name}</bdi>
        <span>${sizeText(image.size)}${attachments.length > 1 ? ` · ${t('image.count', { index: index + 1, total: attachments.length })}` : ''}</span></p>
      <button type="button" class="icon-button" aria-label=${t('image.zoom')} aria-pressed=${zoom.scale > 1} @click=${() => scaleTo()}>${icon('zoom')}</button>
      <button type="button" class="icon-button" aria-label=${t('image.download')} @click=${() => download(image)}>${icon('download')}</button>
      <button type="button" class="icon-button" aria-label=${t('close')} autofocus @click=${closeDialog}>${icon('close')}</button>
    </header>
    <div class="lightbox__stage" @pointerdown=${pointer.down} @pointermove=${pointer.move} @pointerup=${pointer.up}>
      ${src
        ? html`<img class="lightbox__image ${zoom.scale > 1 ? 'lightbox__image--near' : ''}" src=${src} alt=${name} ${moved} draggable="false"
            @error=${() => broken(image, false)}>`
        : html`<span class="skeleton lightbox__wait"></span>`}
    </div>
    ${attachments.length > 1 ? html`${arrow(-1, index > 0)}${arrow(1, index < attachments.length - 1)}` : nothing}
  </dialog>`;
}
