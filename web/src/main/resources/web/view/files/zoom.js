import { perMessenger } from '../core/per-messenger.js';

/** @typedef {import('../core/context.js').Context} Context */

/**
 * The zoom state of an image: scale, and offset from the centre in pixels. An image that is not zoomed
 * moves only during a gesture.
 */
export const zoomOf = perMessenger(() => ({ scale: 1, x: 0, y: 0 }));
export const nearScale = 2.5;
const largest = 6;

/** @param {Context} ctx */
export const isNear = (ctx) => zoomOf(ctx).scale > 1;

/** @param {Context} ctx */
export function whole(ctx) {
  Object.assign(zoomOf(ctx), { scale: 1, x: 0, y: 0 });
  ctx.set({});
}

/** @typedef {{x: number, y: number}} Point of the screen */

/** @param {Element} stage @returns {Point} */
function middle(stage) {
  const { left, top, width, height } = stage.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** Limits the offset so that the image's edge does not leave the stage's edge. @param {Context} ctx @param {Element} stage @param {Point} to */
function move(ctx, stage, { x, y }) {
  const zoom = zoomOf(ctx);
  const image = stage.querySelector('img');
  /** @param {number} own @param {number} room @param {number} wanted */
  const within = (own, room, wanted) => {
    const most = Math.max(0, (own * zoom.scale - room) / 2);
    return Math.max(-most, Math.min(most, wanted));
  };
  zoom.x = within(image?.offsetWidth ?? 0, stage.clientWidth, x);
  zoom.y = within(image?.offsetHeight ?? 0, stage.clientHeight, y);
  ctx.set({});
}

/** @param {Context} ctx @param {Element} stage @param {number} right pixels @param {number} down pixels */
export const pan = (ctx, stage, right, down) => move(ctx, stage, { x: zoomOf(ctx).x + right, y: zoomOf(ctx).y + down });

/** Zooms around a point. @param {Context} ctx @param {Element} stage @param {number} scale @param {Point} [at] */
export function scaleTo(ctx, stage, scale, at = middle(stage)) {
  const zoom = zoomOf(ctx);
  const before = zoom.scale;
  zoom.scale = Math.max(1, Math.min(largest, scale));
  if (zoom.scale === 1) {
    whole(ctx);
    return;
  }
  const { x, y } = middle(stage);
  const grown = zoom.scale / before;
  move(ctx, stage, { x: at.x - x - (at.x - x - zoom.x) * grown, y: at.y - y - (at.y - y - zoom.y) * grown });
}

/** @param {Context} ctx @param {Element} stage @param {Point} [at] */
export const toggle = (ctx, stage, at) => scaleTo(ctx, stage, isNear(ctx) ? 1 : nearScale, at);
