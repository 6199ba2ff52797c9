/** How long a finger rests before it means the menu; the same as in the systems' own lists. */
const restMilliseconds = 480;

/**
 * A long press where there is no second mouse button. Browsers on phones send `contextmenu` for it, but not all do.
 *
 * @param {(x: number, y: number, target: HTMLElement) => void} open
 */
export function longPress(open) {
  let timer = 0;
  const stop = () => clearTimeout(timer);
  return {
    /** @param {PointerEvent} event */
    down(event) {
      if (event.pointerType !== 'touch') return;
      const target = /** @type {HTMLElement} */ (event.currentTarget);
      const { clientX, clientY } = event;
      timer = setTimeout(() => open(clientX, clientY, target), restMilliseconds);
    },
    stop,
  };
}
