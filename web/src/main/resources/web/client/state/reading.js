import { readUpTo } from './apply.js';
import { DmFailure } from '../server/failure.js';
import { isUnread } from '../storage/records.js';

/**
 * Messages read in this browser. They are shown as read at once and stored as pending; the leading tab
 * reports them to the server.
 *
 * @typedef {import('../storage/records.js').ConversationRecord} ConversationRecord
 * @typedef {import('../storage/records.js').PendingReads} PendingReads
 */
export class Reading {
  #api;
  #store;
  #cache;
  /** @type {Set<string>} */
  #busy = new Set();

  /**
   * @param {import('../server/api.js').Api} api
   * @param {import('./store.js').Store} store
   * @param {import('../storage/cache.js').Cache} cache
   */
  constructor(api, store, cache) {
    this.#api = api;
    this.#store = store;
    this.#cache = cache;
  }

  /** @param {string} conversationId @param {number} upTo */
  async read(conversationId, upTo) {
    await this.#store.commit(async (change) => {
      const conversation = await change.conversation(conversationId);
      const unread = (await change.messages(conversationId, conversation.completeFromSeq ?? 0, upTo)).filter(isUnread);
      if (unread.length === 0 && conversation.below === 0) {
        return;
      }
      await readUpTo(change, conversation, upTo, new Date().toISOString());
      const pending = conversation.pendingRead;
      conversation.pendingRead = {
        all: conversation.above === 0,
        upTo: Math.max(pending?.upTo ?? 0, upTo),
        ids: [...(pending?.ids ?? []), ...unread.map((each) => each.id)],
      };
    });
  }

  /** Called in the leading tab. */
  pay() {
    for (const conversation of this.#cache.conversations.values()) {
      if (conversation.pendingRead && !this.#busy.has(conversation.id)) {
        this.#payOne(conversation).catch(() => {});
      }
    }
  }

  /** @param {ConversationRecord} conversation */
  async #payOne({ id, pendingRead }) {
    this.#busy.add(id);
    try {
      await this.#tell(id, /** @type {PendingReads} */ (pendingRead));
    } catch (error) {
      // A read that the server refuses for good is dropped.
      if (DmFailure.from(error).isPassing || DmFailure.from(error).status === 401) {
        throw error;
      }
    } finally {
      this.#busy.delete(id);
    }
    await this.#store.commit(async (change) => {
      const conversation = await change.conversation(id);
      const left = (conversation.pendingRead?.ids ?? []).filter((each) => !pendingRead?.ids.includes(each));
      conversation.pendingRead = left.length === 0
        ? null
        : { all: conversation.above === 0, upTo: conversation.pendingRead?.upTo ?? 0, ids: left };
    });
  }

  /**
   * Sends the highest number that was seen, so that messages arriving during the call stay unread.
   *
   * @param {string} id
   * @param {PendingReads} pending
   */
  async #tell(id, { all, upTo, ids }) {
    if (all) {
      const path = `/v1/conversations/${id}/read?up_to_seq=${upTo}`;
      await this.#api.post(path, undefined, { keepalive: true });
      return;
    }
    for (const messageId of ids) {
      await this.#api.post(`/v1/messages/${messageId}/read`);
    }
  }
}
