/** Milliseconds of a long press, as in the operating systems. */
const restMilliseconds = 480;
/** Pixels that a finger may move during a long press. */
const slack = 10;

/** Lifting the finger after a long press must not click what lies below the menu. */
function swallowClick() {
  /** @param {Event} event */
  const swallow = (event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('click', swallow, { capture: true, once: true });
  addEventListener('pointerdown', () => removeEventListener('click', swallow, { capture: true }), { capture: true, once: true });
}

/**
 * Long press on touch screens. Some mobile browsers do not send `contextmenu` for it.
 *
 * @param {(x: number, y: number, target: HTMLElement) => void} open
 */
export function longPress(open) {
  let timer = 0;
  let from = { x: 0, y: 0 };
  /** Moving more than the tolerance also ends the press. @param {PointerEvent} event */
  const stop = ({ type, clientX, clientY }) => {
    const trembles = type === 'pointermove' && Math.hypot(clientX - from.x, clientY - from.y) <= slack;
    if (!trembles) clearTimeout(timer);
  };
  return {
    /** @param {PointerEvent} event */
    down(event) {
      if (event.pointerType !== 'touch') return;
      const target = /** @type {HTMLElement} */ (event.currentTarget);
      from = { x: event.clientX, y: event.clientY };
      clearTimeout(timer);
      timer = setTimeout(() => {
        swallowClick();
        open(from.x, from.y, target);
      }, restMilliseconds);
    },
    stop,
  };
}
