/** @typedef {import('../types.js').Settings} Settings */

/** How long a frame of an earlier change may still be on its way after the response to a later one. */
const SETTLING_MILLISECONDS = 2_000;

/** The settings and profile of the signed-in person. */
export class SettingsStore {
  #api;
  #store;
  #cache;
  #changes;
  /** Changes that the server has not stored yet, or only just now; oldest first. @type {Set<Partial<Settings>>} */
  #chosen = new Set();
  /** @type {Promise<unknown>} */
  #last = Promise.resolve();

  /**
   * @param {import('../server/api.js').Api} api
   * @param {import('./store.js').Store} store
   * @param {import('../storage/cache.js').Cache} cache
   * @param {import('./changes.js').Changes} changes
   */
  constructor(api, store, cache, changes) {
    this.#api = api;
    this.#store = store;
    this.#cache = cache;
    this.#changes = changes;
  }

  /** @returns {Settings | null} */
  get values() {
    const kept = this.#cache.meta.settings;
    return kept ? Object.assign({ ...kept }, ...this.#chosen) : null;
  }

  /**
   * Shown at once and reverted when the server refuses. A later change stays visible over the response
   * to an earlier one, which does not contain it.
   *
   * @param {Partial<Settings>} change
   */
  async update(change) {
    this.#chosen.add(change);
    this.#changes.note('settings');
    const stored = this.#last.then(() => this.#send(change));
    this.#last = stored.catch(() => {});
    try {
      await stored;
      setTimeout(() => this.#settle(change), SETTLING_MILLISECONDS);
    } catch (failure) {
      this.#settle(change);
      throw failure;
    }
  }

  /** @param {Partial<Settings>} change */
  #settle(change) {
    this.#chosen.delete(change);
    this.#changes.note('settings');
  }

  /** Sent one after the other: of two concurrent requests the older could arrive last. @param {Partial<Settings>} change */
  async #send(change) {
    await this.#keep('settings', await this.#api.call('PATCH', '/v1/users/me/settings', change));
  }

  /** @param {string} fullName */
  async rename(fullName) {
    await this.#keep('user', await this.#api.call('PATCH', '/v1/users/me', { full_name: fullName }));
  }

  /** @param {string | null} avatarUrl */
  async setAvatarUrl(avatarUrl) {
    await this.#keep('user', await this.#api.call('PUT', '/v1/users/me/avatar', { avatar_url: avatarUrl }));
  }

  /** @param {Blob} file */
  async setAvatar(file) {
    await this.#keep('user', await this.#api.upload('/v1/users/me/avatar', 'file', file));
  }

  /**
   * Ends all other sessions. A wrong current password fails with `unauthorized`.
   *
   * @param {string} current
   * @param {string} chosen
   */
  changePassword(current, chosen) {
    const body = { current_password: current, new_password: chosen };
    return this.#api.call('PUT', '/v1/users/me/password', body, { once: true });
  }

  /** Fetches the current settings; other devices may have changed them. */
  async refresh() {
    await this.#fetch('user', '/v1/users/me');
    await this.#fetch('settings', '/v1/users/me/settings');
  }

  /** A value that a frame brought meanwhile is newer than the response. @param {'user' | 'settings'} name @param {string} path */
  async #fetch(name, path) {
    const before = this.#cache.meta[name];
    const value = await this.#api.get(path);
    if (this.#cache.meta[name] === before) {
      await this.#keep(name, value);
    }
  }

  /** @param {string} name @param {unknown} value */
  #keep(name, value) {
    return this.#store.commit(async (change) => change.saveMeta(name, value));
  }
}
