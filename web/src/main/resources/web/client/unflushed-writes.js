/**
 * Writes that the database has not stored yet. A page can close before an asynchronous database write
 * completes, so the last writes are noted in localStorage, which writes synchronously, and struck once
 * the database has them. Workers have no localStorage; there this does nothing.
 *
 * @typedef {{drafts: Record<string, string>, unsent: Record<string, any>}} Entries
 */
export class UnflushedWrites {
  #key;
  #leaving;

  /** @param {string} name */
  constructor(name) {
    this.#key = `${name}:journal`;
    this.#leaving = `${name}:leaving`;
  }

  /** @returns {Entries} */
  read() {
    try {
      const text = globalThis.localStorage?.getItem(this.#key);
      return { drafts: {}, unsent: {}, ...JSON.parse(text ?? '{}') };
    } catch {
      return { drafts: {}, unsent: {} };
    }
  }

  /** @param {keyof Entries} part @param {string} id @param {unknown} value */
  note(part, id, value) {
    const entries = this.read();
    entries[part][id] = value;
    this.#write(entries);
  }

  /** @param {keyof Entries} part @param {string} id @param {unknown} [value]  only while it says this */
  strike(part, id, value) {
    const entries = this.read();
    if (id in entries[part] && (value === undefined || entries[part][id] === value)) {
      delete entries[part][id];
      this.#write(entries);
    }
  }

  clear() {
    this.#put(this.#key, null);
  }

  /** Notes a sign-out, so that no page shows the data again even if this page closes before it is deleted. */
  noteLeaving() {
    this.#put(this.#leaving, 'yes');
  }

  strikeLeaving() {
    this.#put(this.#leaving, null);
  }

  get isLeaving() {
    try {
      return globalThis.localStorage?.getItem(this.#leaving) === 'yes';
    } catch {
      return false;
    }
  }

  /** @param {Entries} entries */
  #write(entries) {
    const isEmpty = Object.keys(entries.drafts).length + Object.keys(entries.unsent).length === 0;
    this.#put(this.#key, isEmpty ? null : JSON.stringify(entries));
  }

  /** @param {string} key @param {string | null} text */
  #put(key, text) {
    try {
      if (text === null) {
        globalThis.localStorage?.removeItem(key);
      } else {
        globalThis.localStorage?.setItem(key, text);
      }
    } catch {
      // localStorage is full or not allowed: only the database stores it, slightly later.
    }
  }
}
