import { applyMessage, describe } from './apply.js';

const PAGE = 50;

/**
 * Fetches data that is not stored: older messages, messages of a restored conversation, and a
 * conversation known only by its URL. Fetching does not mark messages read (`mark_read=false`).
 *
 * @typedef {import('../storage/records.js').ConversationRecord} ConversationRecord
 */
export class History {
  #api;
  #store;
  /** @type {Map<string, Promise<void>>} */
  #running = new Map();

  /** @param {import('../server/api.js').Api} api @param {import('./store.js').Store} store */
  constructor(api, store) {
    this.#api = api;
    this.#store = store;
  }

  /** @param {string} conversationId @returns {Promise<void>} */
  latest(conversationId) {
    return this.#once(`latest ${conversationId}`, () => this.#page(conversationId, null));
  }

  /** @param {string} conversationId @param {string} messageId @returns {Promise<void>} */
  before(conversationId, messageId) {
    return this.#once(`before ${messageId}`, () => this.#page(conversationId, messageId));
  }

  /** Fetches the conversation and checks access to it. @param {string} conversationId @returns {Promise<void>} */
  conversation(conversationId) {
    return this.#once(`conversation ${conversationId}`, async () => {
      const wire = await this.#api.get(`/v1/conversations/${conversationId}`);
      await this.#store.commit(async (change) => {
        const conversation = await change.conversation(conversationId);
        describe(conversation, wire);
        conversation.clearedSeq = Math.max(conversation.clearedSeq, wire.cleared_seq);
        if (conversation.serverCount === null && conversation.completeFromSeq === null) {
          const lastId = wire.last_message?.id ?? null;
          conversation.serverCount = { unread: wire.unread_count, lastId };
        }
      });
    });
  }

  /** @param {string} conversationId @param {string | null} before */
  async #page(conversationId, before) {
    const query = new URLSearchParams({ limit: String(PAGE), mark_read: 'false' });
    if (before !== null) {
      query.set('before_id', before);
    }
    const page = await this.#api.get(`/v1/conversations/${conversationId}/messages?${query}`);
    await this.#store.commit(async (change) => {
      for (const message of page.messages) {
        await applyMessage(change, message, { isHistory: true });
      }
      if (!page.pagination.has_more) {
        const conversation = await change.conversation(conversationId);
        conversation.completeFromSeq = conversation.clearedSeq + 1;
        conversation.below = 0;
      }
    });
  }

  /** @param {string} what @param {() => Promise<void>} task @returns {Promise<void>} */
  #once(what, task) {
    const running = this.#running.get(what) ?? task().finally(() => this.#running.delete(what));
    this.#running.set(what, running);
    return running;
  }
}
