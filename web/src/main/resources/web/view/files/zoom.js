import { set } from '../state.js';

/**
 * How a picture is looked at: how large, and how far it is moved from the middle of its stage, in pixels. At its whole
 * size it is moved only while a finger holds it.
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

/** A picture can be moved until its edge comes into sight, not out of it. @param {Element} stage @param {Point} to */
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

/** What is under the point stays there. @param {Element} stage @param {number} scale @param {Point} [at] */
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
