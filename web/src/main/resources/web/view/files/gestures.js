import { perMessenger } from '../core/per-messenger.js';
import { isNear, pan, scaleTo, toggle, whole, zoomOf } from './zoom.js';

/** @typedef {import('../core/context.js').Context} Context */

/** @typedef {import('./zoom.js').Point} Point */

const swipePixels = 60;
const stillPixels = 6;
/** Maximum milliseconds between the taps of a double tap. */
const doubleMilliseconds = 350;

const handOf = perMessenger(() => ({
  /** Active pointers. @type {Map<number, Point>} */
  pointers: new Map(),
  /** The start of the gesture. @type {{at: Point, touch: boolean, onImage: boolean, pinched: boolean} | null} */
  grip: null,
  lastTap: 0,
}));

/** @param {Context} ctx */
export const isHeld = (ctx) => handOf(ctx).pointers.size > 0;

/** @param {PointerEvent} event @returns {Point} */
const pointOf = ({ clientX: x, clientY: y }) => ({ x, y });

/** The distance and the centre of two fingers. @param {Context} ctx */
function span(ctx) {
  const [one, other] = [...handOf(ctx).pointers.values()];
  if (!one || !other) return null;
  return { length: Math.hypot(one.x - other.x, one.y - other.y), at: { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 } };
}

/**
 * Gestures on an image: swipe to the next, pull down to close, pinch, double tap or click to zoom, drag
 * a zoomed image.
 *
 * @param {Context} ctx
 * @param {{turn: (step: number) => void, close: () => void}} actions
 */
export const gestures = (ctx, { turn, close }) => ({
  /** @param {PointerEvent} event */
  down(event) {
    const hand = handOf(ctx);
    if (event.button) return;
    const stage = /** @type {HTMLElement} */ (event.currentTarget);
    stage.setPointerCapture(event.pointerId);
    hand.pointers.set(event.pointerId, pointOf(event));
    const onImage = /** @type {HTMLElement} */ (event.target).tagName === 'IMG';
    hand.grip ??= { at: pointOf(event), touch: event.pointerType === 'touch', onImage, pinched: false };
    hand.grip.pinched ||= hand.pointers.size > 1;
  },

  /** @param {PointerEvent} event */
  move(event) {
    const hand = handOf(ctx);
    const zoom = zoomOf(ctx);
    const from = hand.pointers.get(event.pointerId);
    if (!from || !hand.grip) return;
    const stage = /** @type {HTMLElement} */ (event.currentTarget);
    const before = span(ctx);
    const to = pointOf(event);
    hand.pointers.set(event.pointerId, to);
    const after = span(ctx);
    if (before && after) {
      pan(ctx, stage, after.at.x - before.at.x, after.at.y - before.at.y);
      scaleTo(ctx, stage, (zoom.scale * after.length) / Math.max(1, before.length), after.at);
    } else if (isNear(ctx)) {
      pan(ctx, stage, to.x - from.x, to.y - from.y);
    } else if (hand.grip.touch) {
      zoom.x = to.x - hand.grip.at.x;
      zoom.y = Math.max(0, to.y - hand.grip.at.y);
      ctx.set({});
    }
  },

  /** @param {PointerEvent} event */
  up(event) {
    const hand = handOf(ctx);
    hand.pointers.delete(event.pointerId);
    if (!hand.grip || hand.pointers.size) return;
    const stage = /** @type {HTMLElement} */ (event.currentTarget);
    const { at, touch, onImage, pinched } = hand.grip;
    const [right, down] = [event.clientX - at.x, event.clientY - at.y];
    hand.grip = null;
    const still = Math.hypot(right, down) < stillPixels;
    if (!isNear(ctx)) whole(ctx);
    if (pinched || (isNear(ctx) && !still)) return;
    if (touch && Math.abs(right) > swipePixels) turn(right > 0 ? -1 : 1);
    else if (touch && down > 2 * swipePixels) close();
    else if (still && onImage) tap(ctx, stage, at, event.timeStamp);
    else if (still) close();
  },

  cancel() {
    const hand = handOf(ctx);
    hand.pointers.clear();
    hand.grip = null;
    if (!isNear(ctx)) whole(ctx);
  },

  /** @param {WheelEvent} event */
  wheel(event) {
    event.preventDefault();
    const stage = /** @type {HTMLElement} */ (event.currentTarget);
    // Browsers report pinching on a touchpad as wheel events with Ctrl.
    const step = event.deltaY * (event.ctrlKey ? 0.01 : 0.002);
    scaleTo(ctx, stage, zoomOf(ctx).scale * Math.exp(-step), { x: event.clientX, y: event.clientY });
  },
});

/** Both a mouse click and a double tap zoom. @param {Context} ctx @param {HTMLElement} stage @param {Point} at @param {number} time */
function tap(ctx, stage, at, time) {
  const hand = handOf(ctx);
  const isSecond = time - hand.lastTap < doubleMilliseconds;
  hand.lastTap = time;
  if (!isSecond) toggle(ctx, stage, at);
}
