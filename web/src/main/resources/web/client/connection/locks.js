import { newId } from '../send/ids.js';
import { SmallStorage } from '../storage/storage.js';

const LEASE = 10_000;
const RENEWAL = 3_000;
const LOOK_AGAIN = 150;

/** What the browser's own locks cannot be. */
const NEVER = new AbortController().signal;

/**
 * Locks for work that only one tab may do at a time: leading, and using the refresh token. Browsers
 * have locks on secure pages only; other pages use a lease in the shared database.
 */
export class Locks {
  #name;
  #database;

  /** @param {string} name @param {import('../storage/database.js').BrowserDatabase} database */
  constructor(name, database) {
    this.#name = name;
    this.#database = database;
  }

  /**
   * Waits until no other tab holds the lock.
   *
   * @template T
   * @param {string} what
   * @param {(lost: AbortSignal) => Promise<T>} task  `lost`: another tab does it now; this one was
   *   held up for so long that it could not say it was still there
   * @param {{signal?: AbortSignal, goesOn?: boolean}} [options]  `signal`: gives up waiting; `goesOn`: when this
   *   page is loaded anew, the new one goes on with it
   * @returns {Promise<T>}
   */
  async alone(what, task, { signal, goesOn = false } = {}) {
    await this.#database.open();
    if (navigator.locks && this.#database.isKept) {
      const options = signal ? { signal } : {};
      return await navigator.locks.request(`${this.#name}:${what}`, options, () => task(NEVER));
    }
    // Each call has its own id: two calls in one tab exclude each other like two tabs.
    const name = `${this.#name}.${what}`;
    const holder = (goesOn && inherited(name)) || newId();
    await this.#leased(what, holder, signal);
    const lost = new AbortController();
    const renewal = setInterval(() => this.#renew(what, holder, lost), RENEWAL);
    const leave = () => goesOn && bequeath(name, holder);
    addEventListener('pagehide', leave);
    try {
      return await task(lost.signal);
    } finally {
      clearInterval(renewal);
      removeEventListener('pagehide', leave);
      await this.#release(what, holder);
    }
  }

  /** Browsers slow timers of hidden tabs to once a minute. @param {string} what @param {string} holder @param {AbortController} lost */
  async #renew(what, holder, lost) {
    if (!(await this.#take(what, holder).catch(() => true))) {
      lost.abort();
    }
  }

  /** @param {string} what @param {string} holder */
  #release(what, holder) {
    return this.#database.run('readwrite', async (work) => {
      if ((await work.get('locks', what))?.holder === holder) {
        work.delete('locks', what);
      }
    });
  }

  /** @param {string} what @param {string} holder @param {AbortSignal} [signal] */
  async #leased(what, holder, signal) {
    while (!(await this.#take(what, holder))) {
      signal?.throwIfAborted();
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
    }
  }

  /** @param {string} what @param {string} holder @returns {Promise<boolean>} */
  #take(what, holder) {
    return this.#database.run('readwrite', async (work) => {
      const held = await work.get('locks', what);
      if (held && held.holder !== holder && held.until > Date.now()) {
        return false;
      }
      work.put('locks', { name: what, holder, until: Date.now() + LEASE });
      return true;
    });
  }
}

/** Written only when the page closes, so that a duplicated tab gets its own id. @param {string} key @param {string} holder */
function bequeath(key, holder) {
  new SmallStorage('sessionStorage').put(key, holder);
}

/** @param {string} key */
function inherited(key) {
  const storage = new SmallStorage('sessionStorage');
  const holder = storage.get(key);
  storage.put(key, null);
  return holder;
}
