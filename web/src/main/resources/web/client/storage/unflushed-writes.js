import { SmallStorage } from './storage.js';

/**
 * Writes that the database has not stored yet. A page can close before an asynchronous database write
 * completes, so the last writes are noted in localStorage, which writes synchronously, and struck once
 * the database has them.
 *
 * @typedef {{drafts: Record<string, string>, unsent: Record<string, any>}} Entries
 */
export class UnflushedWrites {
  #storage = new SmallStorage();
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
      return { drafts: {}, unsent: {}, ...JSON.parse(this.#storage.get(this.#key) ?? '{}') };
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
    this.#storage.put(this.#key, null);
  }

  /** Notes a sign-out, so that no page shows the data again even if this page closes before it is deleted. */
  noteLeaving() {
    this.#storage.put(this.#leaving, 'yes');
  }

  strikeLeaving() {
    this.#storage.put(this.#leaving, null);
  }

  get isLeaving() {
    return this.#storage.get(this.#leaving) === 'yes';
  }

  /** @param {Entries} entries */
  #write(entries) {
    const isEmpty = Object.keys(entries.drafts).length + Object.keys(entries.unsent).length === 0;
    this.#storage.put(this.#key, isEmpty ? null : JSON.stringify(entries));
  }
}
