import { DmFailure } from '../server/failure.js';
import { userOf } from '../storage/records.js';

/**
 * People: search, messaging permission, blocks and presence.
 *
 * @typedef {import('../types.js').FoundUser} FoundUser
 * @typedef {import('../types.js').Presence} Presence
 */
export class People {
  #api;
  #cache;
  #live;
  #tabs;
  /** @type {AbortController | null} */
  #searching = null;

  /**
   * @param {import('../server/api.js').Api} api
   * @param {import('../storage/cache.js').Cache} cache
   * @param {import('../connection/live.js').Live} live
   * @param {import('../connection/tabs.js').Tabs} tabs
   */
  constructor(api, cache, live, tabs) {
    this.#api = api;
    this.#cache = cache;
    this.#live = live;
    this.#tabs = tabs;
  }

  /** @param {string} query @returns {Promise<FoundUser[]>} */
  async search(query) {
    this.#searching?.abort();
    const { signal } = (this.#searching = new AbortController());
    const words = new URLSearchParams({ query });
    const { users } = await this.#api.get(`/v1/users?${words}`, { signal });
    const found = users.filter((/** @type {any} */ user) => user.id !== this.#cache.meta.me);
    return Promise.all(found.map((/** @type {any} */ user) => this.#judged(userOf(user), signal)));
  }

  /** A person whose permission check failed stays in the results. @param {import('../types.js').User} user @param {AbortSignal} signal */
  async #judged(user, signal) {
    try {
      return { ...user, ...(await this.canMessage(user.id, signal)) };
    } catch (error) {
      if (signal.aborted) {
        throw DmFailure.cancelled();
      }
      return { ...user, canMessage: null, reason: null };
    }
  }

  /** @param {string} id @returns {Promise<FoundUser & Presence>} */
  async user(id) {
    const user = await this.#api.get(`/v1/users/${id}`);
    const isMe = id === this.#cache.meta.me;
    const judgement = isMe ? { canMessage: false, reason: null } : await this.canMessage(id);
    return { ...userOf(user), ...judgement, online: user.is_online, lastSeen: user.last_seen };
  }

  /** @param {string} id @param {AbortSignal} [signal] */
  async canMessage(id, signal) {
    const answer = await this.#api.get(`/v1/users/${id}/can-message`, { signal });
    return { canMessage: answer.can_message, reason: answer.reason_code };
  }

  /** @param {string} id */
  block(id) {
    return this.#api.post(`/v1/users/${id}/block`);
  }

  /** @param {string} id */
  unblock(id) {
    return this.#api.call('DELETE', `/v1/users/${id}/block`);
  }

  /** @returns {Promise<import('../types.js').BlockedUser[]>} */
  async blocked() {
    return (await this.#api.get('/v1/users/blocked')).blocked_users;
  }

  /** @param {string} id @returns {boolean} */
  isBlocked(id) {
    return (this.#cache.meta.blocks ?? []).includes(id);
  }

  /** @param {string} id @returns {Presence} */
  presence(id) {
    return this.#live.presence(id) ?? { online: false, lastSeen: this.#lastSeen(id) };
  }

  /** Presence as last sent with the conversation. @param {string} id */
  #lastSeen(id) {
    for (const conversation of this.#cache.conversations.values()) {
      if (conversation.other?.id === id) {
        return conversation.lastSeen;
      }
    }
    return null;
  }

  /** @param {string[]} ids */
  watch(ids) {
    this.#tabs.ask('watch', ids);
  }

  /** @param {string} id */
  follow(id) {
    return this.#api.post(`/v1/users/${id}/follow`);
  }

  /** @param {string} id */
  unfollow(id) {
    return this.#api.call('DELETE', `/v1/users/${id}/follow`);
  }
}
