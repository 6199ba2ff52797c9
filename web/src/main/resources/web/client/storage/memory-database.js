import { STORES } from './stores.js';

/**
 * Replaces the database when the browser stores nothing (some private windows, a full disk). Same
 * interface; the data is lost with the page. Kept small rather than fast.
 *
 * @typedef {import('./database.js').StoreName} StoreName
 * @typedef {import('./database.js').Work} Work
 * @typedef {import('./database.js').Database} Database
 */

/** @implements {Database} */
export class MemoryDatabase {
  isKept = false;
  #work = new MemoryWork();
  /** @type {Promise<unknown>} */
  #last = Promise.resolve();

  /**
   * Runs transactions one after the other, like the browser.
   *
   * @template T
   * @param {'readonly' | 'readwrite'} mode
   * @param {(work: Work) => Promise<T>} task
   * @returns {Promise<T>}
   */
  run(mode, task) {
    const mine = this.#last.then(() => task(this.#work));
    this.#last = mine.catch(() => {});
    return mine;
  }

  close() {}
}

/** @implements {Work} */
class MemoryWork {
  /** @type {Map<StoreName, Map<string, any>>} */
  #stores = new Map();

  /** @param {StoreName} store */
  #of(store) {
    const known = this.#stores.get(store) ?? new Map();
    this.#stores.set(store, known);
    return known;
  }

  /** @param {StoreName} store @param {IDBValidKey} key */
  async get(store, key) {
    return this.#of(store).get(text(key));
  }

  /** @param {string} id */
  async messageById(id) {
    return [...this.#of('messages').values()].find((each) => each.id === id);
  }

  /** @param {StoreName} store */
  async all(store) {
    return [...this.#of(store).values()];
  }

  /** @param {StoreName} store @param {import('./database.js').Span} span */
  async span(store, { lower, upper, descending = false, limit = Infinity }) {
    const keys = [...this.#of(store).keys()]
      .filter((key) => key >= text(lower) && key <= text(upper))
      .sort();
    const ordered = descending ? keys.reverse() : keys;
    return ordered.slice(0, limit).map((key) => this.#of(store).get(key));
  }

  /** @param {StoreName} store @param {any} value */
  put(store, value) {
    const path = STORES[store];
    const key = Array.isArray(path) ? path.map((each) => value[each]) : value[path];
    this.#of(store).set(text(key), value);
  }

  /** @param {StoreName} store @param {IDBValidKey} key */
  delete(store, key) {
    this.#of(store).delete(text(key));
  }

  /** @param {StoreName} store */
  clear(store) {
    this.#of(store).clear();
  }
}

/** Pads numbers, so that keys sort like those of the browser. @param {IDBValidKey} key @returns {string} */
function text(key) {
  if (Array.isArray(key)) {
    return key.map(text).join('/');
  }
  return typeof key === 'number' ? String(Math.min(key, 1e15)).padStart(16, '0') : String(key);
}
