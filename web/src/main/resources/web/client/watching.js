/**
 * Selects whose presence the connection receives: people on screen, or those of the latest
 * conversations. Watching also returns presence changes missed while offline.
 */
export class Watching {
  #connection;
  #cache;
  #limits;
  /** @type {string[] | null} */
  #wanted = null;
  #asked = '';

  /** @param {import('./connection/connection.js').Connection} connection @param {import('./storage/cache.js').Cache} cache @param {import('./types.js').Limits} limits */
  constructor(connection, cache, limits) {
    this.#limits = limits;
    this.#connection = connection;
    this.#cache = cache;
  }

  /** @param {string[]} ids */
  want(ids) {
    this.#wanted = [...new Set([...ids, ...(this.#wanted ?? [])])];
    this.ask(false);
  }

  /** @param {boolean} isAnew  the connection is a new one, or has missed something */
  ask(isAnew) {
    const ids = [...new Set([...(this.#wanted ?? []), ...this.#latest()])].slice(0, this.#limits.watchedPeople);
    const text = ids.join();
    if (isAnew || text !== this.#asked) {
      this.#asked = text;
      this.#connection.send({ type: 'watch', user_ids: ids });
    }
  }

  #latest() {
    return [...this.#cache.conversations.values()]
      .filter((each) => each.listed && each.other && !each.group)
      .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))
      .map((each) => /** @type {string} */ (each.other?.id));
  }
}
