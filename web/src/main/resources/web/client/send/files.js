/** A signature this close to its expiry may expire during the download. */
const MARGIN = 60_000;

/**
 * URLs of files for elements that cannot send a token. A signed URL is valid for one hour; after that
 * the file is fetched with the token.
 *
 * @typedef {import('../types.js').Attachment} Attachment
 */
export class Files {
  #api;
  /** @type {Map<string, Promise<string>>} */
  #fetched = new Map();

  /** @param {import('../server/api.js').Api} api */
  constructor(api) {
    this.#api = api;
  }

  /** @param {Attachment} attachment @param {boolean} [thumbnail] @returns {string | null} */
  urlNow(attachment, thumbnail = false) {
    const signed = thumbnail ? attachment.signed_thumbnail_url : attachment.signed_url;
    const expires = Number(signed?.match(/[?&]expires=(\d+)/)?.[1] ?? 0) * 1000;
    return signed && expires - MARGIN > Date.now() ? this.#api.base + signed : null;
  }

  /** @param {Attachment} attachment @param {boolean} [thumbnail] @returns {Promise<string>} */
  async url(attachment, thumbnail = false) {
    const now = this.urlNow(attachment, thumbnail);
    if (now !== null) {
      return now;
    }
    const path = `/v1/messages/files/${attachment.id}${thumbnail ? '/thumbnail' : ''}`;
    const fetched = this.#fetched.get(path) ?? this.#fetch(path);
    this.#fetched.set(path, fetched);
    return fetched;
  }

  /** @param {string} path */
  async #fetch(path) {
    try {
      return URL.createObjectURL(await this.#api.blob(path));
    } catch (error) {
      this.#fetched.delete(path);
      throw error;
    }
  }

  /** Releases the files of a signed-out person. */
  forget() {
    for (const fetched of this.#fetched.values()) {
      fetched.then((url) => URL.revokeObjectURL(url), () => {});
    }
    this.#fetched.clear();
  }
}
