/**
 * One's own settings and profile.
 *
 * @typedef {import('./types.js').Settings} Settings
 */
export class SettingsStore {
  #api;
  #ledger;
  #replica;
  #changes;
  /** What was chosen and is not stored yet, in its order. @type {Set<Partial<Settings>>} */
  #chosen = new Set();
  /** @type {Promise<unknown>} */
  #last = Promise.resolve();

  /**
   * @param {import('./api.js').Api} api
   * @param {import('./ledger.js').Ledger} ledger
   * @param {import('./replica.js').Replica} replica
   * @param {import('./changes.js').Changes} changes
   */
  constructor(api, ledger, replica, changes) {
    this.#api = api;
    this.#ledger = ledger;
    this.#replica = replica;
    this.#changes = changes;
  }

  /** @returns {Settings | null} */
  get values() {
    const kept = this.#replica.meta.settings;
    return kept ? Object.assign({ ...kept }, ...this.#chosen) : null;
  }

  /**
   * Shown at once, taken back when the server refuses. What is chosen while another choice is on
   * its way stays shown over the answer to that one, which knows nothing of it.
   *
   * @param {Partial<Settings>} change
   */
  async update(change) {
    this.#chosen.add(change);
    this.#changes.note('settings');
    const stored = this.#last.then(() => this.#store(change));
    this.#last = stored.catch(() => {});
    try {
      await stored;
    } finally {
      this.#chosen.delete(change);
      this.#changes.note('settings');
    }
  }

  /** One after the other: of two on their way at once the older could arrive last. @param {Partial<Settings>} change */
  async #store(change) {
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
   * Ends all other sessions. A wrong current one is `unauthorized`.
   *
   * @param {string} current
   * @param {string} chosen
   */
  changePassword(current, chosen) {
    const body = { current_password: current, new_password: chosen };
    return this.#api.call('PUT', '/v1/users/me/password', body, { once: true });
  }

  /** As the server has them now; other devices may have changed them. */
  async refresh() {
    await this.#keep('user', await this.#api.get('/v1/users/me'));
    await this.#keep('settings', await this.#api.get('/v1/users/me/settings'));
  }

  /** @param {string} name @param {unknown} value */
  #keep(name, value) {
    return this.#ledger.commit(async (draft) => draft.saveMeta(name, value));
  }
}
