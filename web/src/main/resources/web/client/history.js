import { applyMessage, describe } from './apply.js';

const PAGE = 50;

/**
 * Fetches what is not kept: older messages, the messages of a conversation that came back, a
 * conversation that only its address tells of. Looking is not reading (`mark_read=false`).
 *
 * @typedef {import('./records.js').ConversationRecord} ConversationRecord
 */
export class History {
  #api;
  #ledger;
  /** @type {Map<string, Promise<void>>} */
  #running = new Map();

  /** @param {import('./api.js').Api} api @param {import('./ledger.js').Ledger} ledger */
  constructor(api, ledger) {
    this.#api = api;
    this.#ledger = ledger;
  }

  /** @param {string} conversationId @returns {Promise<void>} */
  latest(conversationId) {
    return this.#once(`latest ${conversationId}`, () => this.#page(conversationId, null));
  }

  /** @param {string} conversationId @param {string} messageId @returns {Promise<void>} */
  before(conversationId, messageId) {
    return this.#once(`before ${messageId}`, () => this.#page(conversationId, messageId));
  }

  /** Who it is with, and whether one may look at it. @param {string} conversationId @returns {Promise<void>} */
  conversation(conversationId) {
    return this.#once(`conversation ${conversationId}`, async () => {
      const wire = await this.#api.get(`/v1/conversations/${conversationId}`);
      await this.#ledger.commit(async (draft) => {
        const conversation = await draft.conversation(conversationId);
        describe(conversation, wire);
        conversation.clearedSeq = Math.max(conversation.clearedSeq, wire.cleared_seq);
        if (conversation.told === null && conversation.floor === null) {
          const lastId = wire.last_message?.id ?? null;
          conversation.told = { unread: wire.unread_count, lastId };
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
    await this.#ledger.commit(async (draft) => {
      for (const message of page.messages) {
        await applyMessage(draft, message, { isHistory: true });
      }
      if (!page.pagination.has_more) {
        const conversation = await draft.conversation(conversationId);
        conversation.floor = conversation.clearedSeq + 1;
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
