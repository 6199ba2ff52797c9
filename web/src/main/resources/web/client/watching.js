const MOST = 200;

/**
 * Whose presence the connection is told: the people on somebody's screen, or those of the latest
 * conversations. Asking is also how one learns what one missed while away.
 */
export class Watching {
  #connection;
  #replica;
  /** @type {string[] | null} */
  #wanted = null;
  #asked = '';

  /** @param {import('./connection.js').Connection} connection @param {import('./replica.js').Replica} replica */
  constructor(connection, replica) {
    this.#connection = connection;
    this.#replica = replica;
  }

  /** @param {string[]} ids */
  want(ids) {
    this.#wanted = [...new Set([...ids, ...(this.#wanted ?? [])])];
    this.ask(false);
  }

  /** @param {boolean} isAnew  the connection is a new one, or has missed something */
  ask(isAnew) {
    const ids = [...new Set([...(this.#wanted ?? []), ...this.#latest()])].slice(0, MOST);
    const text = ids.join();
    if (isAnew || text !== this.#asked) {
      this.#asked = text;
      this.#connection.send({ type: 'watch', user_ids: ids });
    }
  }

  #latest() {
    return [...this.#replica.conversations.values()]
      .filter((each) => each.listed && each.other)
      .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))
      .map((each) => /** @type {string} */ (each.other?.id));
  }
}
