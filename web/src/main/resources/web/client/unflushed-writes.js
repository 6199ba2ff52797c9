/**
 * What is not on disk yet. A database takes its time, and a page that is left takes none: what was
 * written in the last moment is noted here, where writing is done when the call returns, and struck
 * once the database has it. Only where there is such a place (not in workers).
 *
 * @typedef {{drafts: Record<string, string>, unsent: Record<string, any>}} Entries
 */
export class Journal {
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

  /** Somebody signs out; whatever becomes of this page, nothing of theirs may be shown again. */
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
      // Full, or not allowed: then the database alone keeps it, a moment later.
    }
  }
}
