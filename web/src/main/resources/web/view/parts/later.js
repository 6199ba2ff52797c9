import { schedule } from '../loop.js';

/**
 * A part of the page that most visits do not need at once: fetched when it is drawn for the first time.
 *
 * @template T
 * @param {() => Promise<T>} load
 * @returns {() => T | null} the module, or null while it is on its way
 */
export function later(load) {
  /** @type {T | null} */
  let module = null;
  let asked = false;
  return () => {
    if (!asked) {
      asked = true;
      load().then(
        (loaded) => ((module = loaded), schedule()),
        // Without a network it is tried again with the next frame that wants it.
        () => (asked = false),
      );
    }
    return module;
  };
}
