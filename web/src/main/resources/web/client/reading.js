import { readUpTo } from './apply.js';
import { DmFailure } from './failure.js';
import { isUnread } from './records.js';

/**
 * What was read here: shown as read at once, kept as owed to the server, and paid by the leading tab
 * as soon as it can.
 *
 * @typedef {import('./records.js').ConversationRecord} ConversationRecord
 * @typedef {import('./records.js').Owed} Owed
 */
export class Reading {
  #api;
  #ledger;
  #replica;
  /** @type {Set<string>} */
  #busy = new Set();

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

  /** @param {string} conversationId @param {number} upTo */
  async read(conversationId, upTo) {
    await this.#ledger.commit(async (draft) => {
      const conversation = await draft.conversation(conversationId);
      const unread = (await draft.messages(conversationId, conversation.floor ?? 0, upTo)).filter(isUnread);
      if (unread.length === 0 && conversation.below === 0) {
        return;
      }
      await readUpTo(draft, conversation, upTo, new Date().toISOString());
      const owed = conversation.pendingRead;
      conversation.pendingRead = {
        all: conversation.above === 0,
        upTo: Math.max(owed?.upTo ?? 0, upTo),
        ids: [...(owed?.ids ?? []), ...unread.map((each) => each.id)],
      };
    });
  }

  /** In the leading tab. */
  pay() {
    for (const conversation of this.#replica.conversations.values()) {
      if (conversation.pendingRead && !this.#busy.has(conversation.id)) {
        this.#payOne(conversation).catch(() => {});
      }
    }
  }

  /** @param {ConversationRecord} conversation */
  async #payOne({ id, pendingRead }) {
    this.#busy.add(id);
    try {
      await this.#tell(id, /** @type {Owed} */ (pendingRead));
    } catch (error) {
      // What the server will never take is not owed.
      if (DmFailure.from(error).isPassing || DmFailure.from(error).status === 401) {
        throw error;
      }
    } finally {
      this.#busy.delete(id);
    }
    await this.#ledger.commit(async (draft) => {
      const conversation = await draft.conversation(id);
      const left = (conversation.pendingRead?.ids ?? []).filter((each) => !pendingRead?.ids.includes(each));
      conversation.pendingRead = left.length === 0
        ? null
        : { all: conversation.above === 0, upTo: conversation.pendingRead?.upTo ?? 0, ids: left };
    });
  }

  /**
   * With the number up to which it was seen: what arrives on the way to the server was not.
   *
   * @param {string} id
   * @param {Owed} owed
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
