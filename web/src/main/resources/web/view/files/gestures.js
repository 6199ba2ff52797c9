import { set } from '../state.js';
import { isNear, pan, scaleTo, toggle, whole, zoom } from './zoom.js';

/** @typedef {import('./zoom.js').Point} Point */

const swipePixels = 60;
const stillPixels = 6;
/** Maximum milliseconds between the taps of a double tap. */
const doubleMilliseconds = 350;

/** Active pointers. @type {Map<number, Point>} */
const pointers = new Map();
/** The start of the gesture. @type {{at: Point, touch: boolean, onImage: boolean, pinched: boolean} | null} */
let grip = null;
let lastTap = 0;

export const isHeld = () => pointers.size > 0;

/** @param {PointerEvent} event @returns {Point} */
const pointOf = ({ clientX: x, clientY: y }) => ({ x, y });

/** The distance and the centre of two fingers. */
function span() {
  const [one, other] = [...pointers.values()];
  if (!one || !other) return null;
  return { length: Math.hypot(one.x - other.x, one.y - other.y), at: { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 } };
}

/**
 * Gestures on an image: swipe to the next, pull down to close, pinch, double tap or click to zoom, drag
 * a zoomed image.
 *
 * @param {{turn: (step: number) => void, close: () => void}} actions
 */
export const gestures = ({ turn, close }) => ({
  /** @param {PointerEvent} event */
  down(event) {
    if (event.button) return;
    const stage = /** @type {HTMLElement} */ (event.currentTarget);
    stage.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, pointOf(event));
    const onImage = /** @type {HTMLElement} */ (event.target).tagName === 'IMG';
    grip ??= { at: pointOf(event), touch: event.pointerType === 'touch', onImage, pinched: false };
    grip.pinched ||= pointers.size > 1;
  },

  /** @param {PointerEvent} event */
  move(event) {
    const from = pointers.get(event.pointerId);
    if (!from || !grip) return;
    const stage = /** @type {HTMLElement} */ (event.currentTarget);
    const before = span();
    const to = pointOf(event);
    pointers.set(event.pointerId, to);
    const after = span();
    if (before && after) {
      pan(stage, after.at.x - before.at.x, after.at.y - before.at.y);
      scaleTo(stage, (zoom.scale * after.length) / Math.max(1, before.length), after.at);
    } else if (isNear()) {
      pan(stage, to.x - from.x, to.y - from.y);
    } else if (grip.touch) {
      zoom.x = to.x - grip.at.x;
      zoom.y = Math.max(0, to.y - grip.at.y);
      set({});
    }
  },

  /** @param {PointerEvent} event */
  up(event) {
    pointers.delete(event.pointerId);
    if (!grip || pointers.size) return;
    const stage = /** @type {HTMLElement} */ (event.currentTarget);
    const { at, touch, onImage, pinched } = grip;
    const [right, down] = [event.clientX - at.x, event.clientY - at.y];
    grip = null;
    const still = Math.hypot(right, down) < stillPixels;
    if (!isNear()) whole();
    if (pinched || (isNear() && !still)) return;
    if (touch && Math.abs(right) > swipePixels) turn(right > 0 ? -1 : 1);
    else if (touch && down > 2 * swipePixels) close();
    else if (still && onImage) tap(stage, at, event.timeStamp);
    else if (still) close();
  },

  cancel() {
    pointers.clear();
    grip = null;
    if (!isNear()) whole();
  },

  /** @param {WheelEvent} event */
  wheel(event) {
    event.preventDefault();
    const stage = /** @type {HTMLElement} */ (event.currentTarget);
    // Browsers report pinching on a touchpad as wheel events with Ctrl.
    const step = event.deltaY * (event.ctrlKey ? 0.01 : 0.002);
    scaleTo(stage, zoom.scale * Math.exp(-step), { x: event.clientX, y: event.clientY });
  },
});

/** Both a mouse click and a double tap zoom. @param {HTMLElement} stage @param {Point} at @param {number} time */
function tap(stage, at, time) {
  const isSecond = time - lastTap < doubleMilliseconds;
  lastTap = time;
  if (!isSecond) toggle(stage, at);
}
