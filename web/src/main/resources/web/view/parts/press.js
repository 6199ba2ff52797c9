/** How long a finger rests before it means the menu; the same as in the systems' own lists. */
const restMilliseconds = 480;
/** Pixels a resting finger may move: none rests quite still. */
const slack = 10;

/** Lifting the finger from a menu that just opened is no click on what lies below it. */
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
 * A long press where there is no second mouse button. Browsers on phones send `contextmenu` for it, but not all do.
 *
 * @param {(x: number, y: number, target: HTMLElement) => void} open
 */
export function longPress(open) {
  let timer = 0;
  let from = { x: 0, y: 0 };
  /** Moving ends it too, but for a tremble. @param {PointerEvent} event */
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
