import { newId } from './ids.js';

const LEASE = 10_000;
const RENEWAL = 3_000;
const LOOK_AGAIN = 150;

/**
 * Things that only one tab may do at a time: leading, and using up the refresh token. Browsers have
 * locks for it, on secure pages alone; elsewhere a lease in the shared database does.
 */
export class Locks {
  #name;
  #database;
  #me = newId();

  /** @param {string} name @param {import('./database.js').BrowserDatabase} database */
  constructor(name, database) {
    this.#name = name;
    this.#database = database;
  }

  /**
   * Waits until nobody else does the same, in any tab.
   *
   * @template T
   * @param {string} what
   * @param {() => Promise<T>} task
   * @param {AbortSignal} [signal]  gives up waiting
   * @returns {Promise<T>}
   */
  async alone(what, task, signal) {
    await this.#database.open();
    if (navigator.locks && this.#database.isKept) {
      const options = signal ? { signal } : {};
      return await navigator.locks.request(`${this.#name}:${what}`, options, task);
    }
    await this.#leased(what, signal);
    const renewal = setInterval(() => this.#take(what), RENEWAL);
    try {
      return await task();
    } finally {
      clearInterval(renewal);
      await this.#database.run('readwrite', async (work) => work.delete('locks', what));
    }
  }

  /** @param {string} what @param {AbortSignal} [signal] */
  async #leased(what, signal) {
    while (!(await this.#take(what))) {
      signal?.throwIfAborted();
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
    }
  }

  /** @param {string} what @returns {Promise<boolean>} */
  #take(what) {
    return this.#database.run('readwrite', async (work) => {
      const held = await work.get('locks', what);
      if (held && held.holder !== this.#me && held.until > Date.now()) {
        return false;
      }
      work.put('locks', { name: what, holder: this.#me, until: Date.now() + LEASE });
      return true;
    });
  }
}
