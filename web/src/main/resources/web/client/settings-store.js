/**
 * One's own settings and profile.
 *
 * @typedef {import('./types.js').Settings} Settings
 */
export class SettingsStore {
  #api;
  #ledger;
  #replica;

  /**
   * @param {import('./api.js').Api} api
   * @param {import('./ledger.js').Ledger} ledger
   * @param {import('./replica.js').Replica} replica
   */
  constructor(api, ledger, replica) {
    this.#api = api;
    this.#ledger = ledger;
    this.#replica = replica;
  }

  /** @returns {Settings | null} */
  get values() {
    return this.#replica.meta.settings ?? null;
  }

  /** Shown at once, taken back when the server refuses. @param {Partial<Settings>} change */
  async update(change) {
    const before = this.values;
    await this.#keep('settings', { ...before, ...change });
    try {
      await this.#keep('settings', await this.#api.call('PATCH', '/v1/users/me/settings', change));
    } catch (error) {
      await this.#keep('settings', before);
      throw error;
    }
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
