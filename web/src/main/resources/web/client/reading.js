import { readUpTo } from './apply.js';
import { DmFailure } from './failure.js';
import { isUnread } from './records.js';

/** As many as are told one by one, in as many requests. */
const MOST_SINGLE = 10;

/**
 * What was read here: shown as read at once, kept as owed to the server, and paid by the leading tab
 * as soon as it can.
 *
 * @typedef {import('./records.js').ConversationRecord} ConversationRecord
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
      await this.#tell(id, /** @type {{all: boolean, ids: string[]}} */ (pendingRead));
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
      conversation.pendingRead = left.length === 0 ? null : { all: conversation.above === 0, ids: left };
    });
  }

  /**
   * Reading the whole conversation reads also what arrives on the way to the server, unseen: so it is
   * for piles alone, and for messages this client knows only by their number.
   *
   * @param {string} id
   * @param {{all: boolean, ids: string[]}} owed
   */
  async #tell(id, { all, ids }) {
    if (all && (ids.length === 0 || ids.length > MOST_SINGLE)) {
      await this.#api.post(`/v1/conversations/${id}/read`, undefined, { keepalive: true });
      return;
    }
    for (const messageId of ids) {
      await this.#api.post(`/v1/messages/${messageId}/read`);
    }
  }
}
