/**
 * Small values that the browser keeps. The only module that touches `localStorage` and `sessionStorage`:
 * reading these properties throws where the browser refuses storage (cross-site frames, private windows,
 * settings), and writing throws on a full disk. Values are then kept in memory, as long as the page is open.
 */
export class SmallStorage {
  #area;
  /** @type {Map<string, string>} */
  #memory = new Map();

  /** @param {'localStorage' | 'sessionStorage'} [area]  workers have neither */
  constructor(area = 'localStorage') {
    this.#area = area;
  }

  /** @param {string} key @returns {string | null} */
  get(key) {
    try {
      return this.#memory.get(key) ?? globalThis[this.#area]?.getItem(key) ?? null;
    } catch {
      return this.#memory.get(key) ?? null;
    }
  }

  /** @param {string} key @param {string | null} value  null removes it */
  put(key, value) {
    this.#memory.delete(key);
    if (!this.#keep(key, value) && value !== null) {
      this.#memory.set(key, value);
    }
  }

  /** @param {string} key @param {string | null} value */
  #keep(key, value) {
    try {
      if (value === null) {
        globalThis[this.#area]?.removeItem(key);
      } else {
        globalThis[this.#area].setItem(key, value);
      }
      return true;
    } catch {
      return false;
    }
  }
}
