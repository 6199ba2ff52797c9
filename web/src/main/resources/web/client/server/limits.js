import { SmallStorage } from '../storage/storage.js';

/**
 * The server's limits and windows (`GET /v1/config`): this client has no copies of them. They are kept
 * for the next visit. Until they have come for the first time nothing is limited here, and the server
 * refuses.
 *
 * @typedef {import('../types.js').Limits} Shape
 * @implements {Shape}
 */
export class Limits {
  messageLength = Infinity;
  attachments = Infinity;
  deleteForEveryoneMillis = Infinity;
  uploadBytes = Infinity;
  unsentMillis = Infinity;
  typingMillis = Infinity;
  watchedPeople = Infinity;
  passwordLength = 0;
  fullNameLength = Infinity;
  /** @type {Record<string, number> | null} */
  fileBytes = null;
  #storage = new SmallStorage();
  #address;
  #key;
  #changed;

  /** @param {string} base  origin of the server @param {string} name  of what is stored in this browser @param {() => void} changed */
  constructor(base, name, changed) {
    this.#address = `${base}/v1/config`;
    this.#key = `${name}:limits`;
    this.#changed = changed;
    const stored = this.#storage.get(this.#key);
    if (stored !== null) {
      this.#take(JSON.parse(stored));
    }
  }

  /** Reads them again. The browser answers from its cache while the response is fresh. */
  async load() {
    try {
      const answer = await fetch(this.#address, { credentials: 'omit' });
      const { data } = await answer.json();
      this.#take(data);
      this.#storage.put(this.#key, JSON.stringify(data));
      this.#changed();
    } catch {
      // Without them the server's refusals explain themselves. The next connection tries again.
    }
  }

  /** @param {any} config */
  #take({ account, message, presence, upload }) {
    this.messageLength = message.max_length;
    this.attachments = message.max_attachments;
    this.deleteForEveryoneMillis = message.delete_for_everyone_seconds * 1000;
    this.uploadBytes = upload.max_bytes;
    this.unsentMillis = upload.unsent_seconds * 1000;
    this.typingMillis = presence.typing_seconds * 1000;
    this.watchedPeople = presence.max_watched;
    this.passwordLength = account.min_password_length;
    this.fullNameLength = account.max_full_name_length;
    /** @param {any} kind */
    const entries = (kind) => kind.extensions.map((/** @type {string} */ each) => [each, kind.max_bytes]);
    this.fileBytes = Object.fromEntries(upload.kinds.flatMap(entries));
  }
}
