import { set } from '../state.js';

/**
 * The zoom state of an image: scale, and offset from the centre in pixels. An image that is not zoomed
 * moves only during a gesture.
 */
export const zoom = { scale: 1, x: 0, y: 0 };
export const nearScale = 2.5;
const largest = 6;

export const isNear = () => zoom.scale > 1;

export function whole() {
  Object.assign(zoom, { scale: 1, x: 0, y: 0 });
  set({});
}

/** @typedef {{x: number, y: number}} Point of the screen */

/** @param {Element} stage @returns {Point} */
function middle(stage) {
  const { left, top, width, height } = stage.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** Limits the offset so that the image's edge does not leave the stage's edge. @param {Element} stage @param {Point} to */
function move(stage, { x, y }) {
  const image = stage.querySelector('img');
  /** @param {number} own @param {number} room @param {number} wanted */
  const within = (own, room, wanted) => {
    const most = Math.max(0, (own * zoom.scale - room) / 2);
    return Math.max(-most, Math.min(most, wanted));
  };
  zoom.x = within(image?.offsetWidth ?? 0, stage.clientWidth, x);
  zoom.y = within(image?.offsetHeight ?? 0, stage.clientHeight, y);
  set({});
}

/** @param {Element} stage @param {number} right pixels @param {number} down pixels */
export const pan = (stage, right, down) => move(stage, { x: zoom.x + right, y: zoom.y + down });

/** Zooms around a point. @param {Element} stage @param {number} scale @param {Point} [at] */
export function scaleTo(stage, scale, at = middle(stage)) {
  const before = zoom.scale;
  zoom.scale = Math.max(1, Math.min(largest, scale));
  if (zoom.scale === 1) {
    whole();
    return;
  }
  const { x, y } = middle(stage);
  const grown = zoom.scale / before;
  move(stage, { x: at.x - x - (at.x - x - zoom.x) * grown, y: at.y - y - (at.y - y - zoom.y) * grown });
}

/** @param {Element} stage @param {Point} [at] */
export const toggle = (stage, at) => scaleTo(stage, isNear() ? 1 : nearScale, at);
