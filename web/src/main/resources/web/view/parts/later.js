import { schedule } from '../loop.js';

/**
 * A lazily loaded part of the page: loaded when it is first drawn.
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
        // Without a network, the next frame that needs it tries again.
        () => (asked = false),
      );
    }
    return module;
  };
}
