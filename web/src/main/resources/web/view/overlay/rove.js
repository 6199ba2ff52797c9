/**
 * Arrow keys within a list that is one tab stop.
 *
 * @param {KeyboardEvent} event
 * @param {number} at the place in the list
 * @param {number} length
 * @returns {number | null} where to go, or null when the key means nothing here
 */
export function rove(event, at, length) {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  const page = 8;
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: length - 1, PageDown: at + page, PageUp: at - page };
  const to = next[/** @type {keyof typeof next} */ (event.key)];
  return to === undefined ? null : Math.max(0, Math.min(length - 1, to));
}
