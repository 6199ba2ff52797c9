import { emptyConversation } from '../storage/records.js';

/**
 * One change of the stored data: reads and writes records in a transaction and collects what it wrote,
 * for the cache of this tab and of other tabs.
 *
 * @typedef {import('../storage/records.js').ConversationRecord} ConversationRecord
 * @typedef {import('../storage/records.js').MessageRecord} MessageRecord
 *
 * @typedef {object} Changed
 * @property {number} revision  later changes have higher ones, across tabs
 * @property {ConversationRecord[]} conversations
 * @property {MessageRecord[]} messages
 * @property {{conversationId: string, seq: number}[]} removed
 * @property {string[]} emptied  conversations whose messages were removed, except those in `messages`
 * @property {any[]} outbox
 * @property {string[]} sent  keys that left the outbox
 * @property {{conversationId: string, text: string}[]} drafts
 * @property {Record<string, any>} meta
 * @property {MessageRecord[]} arrived  new messages from others, for notifications
 * @property {string[]} swept  conversations that no longer exist
 */
export class Change {
  #work;
  /** @type {Map<string, ConversationRecord>} */
  #conversations = new Map();
  /** @type {Map<string, MessageRecord>} */
  #messages = new Map();
  /** @type {Changed} */
  changed;

  /** @param {import('../storage/database.js').Work} work @param {number} revision @param {string} me */
  constructor(work, revision, me) {
    this.#work = work;
    this.me = me;
    this.changed = {
      revision,
      conversations: [],
      messages: [],
      removed: [],
      emptied: [],
      outbox: [],
      sent: [],
      drafts: [],
      meta: {},
      arrived: [],
      swept: [],
    };
  }

  /**
   * A copy that the caller may change; `finish` stores it.
   *
   * @param {string} id
   * @returns {Promise<ConversationRecord>}
   */
  async conversation(id) {
    const known = this.#conversations.get(id);
    if (known) {
      return known;
    }
    const record = { ...((await this.#work.get('conversations', id)) ?? emptyConversation(id)) };
    this.#conversations.set(id, record);
    return record;
  }

  /** Conversations that this change has read. */
  touched() {
    return [...this.#conversations.values()];
  }

  /** @returns {Promise<ConversationRecord[]>} as they were before this change */
  allConversations() {
    return this.#work.all('conversations');
  }

  /** @param {string} id */
  sweep(id) {
    this.#conversations.delete(id);
    this.#work.delete('conversations', id);
    this.changed.swept.push(id);
  }

  /** @param {string} conversationId @param {number} seq @returns {Promise<MessageRecord | undefined>} */
  async message(conversationId, seq) {
    return this.#messages.get(`${conversationId}/${seq}`)
      ?? (await this.#work.get('messages', [conversationId, seq]));
  }

  /** @param {string} id @returns {Promise<MessageRecord | undefined>} */
  messageById(id) {
    return this.#work.messageById(id);
  }

  /**
   * @param {string} conversationId
   * @param {number} lower
   * @param {number} upper
   * @param {{descending?: boolean, limit?: number}} [options]
   * @returns {Promise<MessageRecord[]>}
   */
  messages(conversationId, lower, upper, options) {
    return this.#work.span('messages', {
      lower: [conversationId, lower],
      upper: [conversationId, upper],
      ...options,
    });
  }

  /** @param {MessageRecord} message */
  saveMessage(message) {
    this.#messages.set(`${message.conversationId}/${message.seq}`, message);
    this.#work.put('messages', message);
    this.changed.messages.push(message);
  }

  /** @param {MessageRecord} message */
  removeMessage({ conversationId, seq }) {
    this.#messages.delete(`${conversationId}/${seq}`);
    this.#work.delete('messages', [conversationId, seq]);
    this.changed.messages = this.changed.messages.filter(
      (each) => each.conversationId !== conversationId || each.seq !== seq);
    this.changed.removed.push({ conversationId, seq });
  }

  /** Removes all messages of a conversation. @param {string} conversationId */
  async removeMessages(conversationId) {
    for (const message of await this.messages(conversationId, 0, Infinity)) {
      this.removeMessage(message);
    }
    this.changed.emptied.push(conversationId);
  }

  /** @param {string} key @returns {Promise<any>} */
  unsent(key) {
    return this.#work.get('outbox', key);
  }

  /** @param {any} item */
  saveUnsent(item) {
    this.#work.put('outbox', item);
    this.changed.outbox.push(item);
  }

  /** @param {string} key */
  removeUnsent(key) {
    this.#work.delete('outbox', key);
    this.changed.sent.push(key);
  }

  /** @param {string} conversationId @param {string} text */
  saveDraft(conversationId, text) {
    if (text === '') {
      this.#work.delete('drafts', conversationId);
    } else {
      this.#work.put('drafts', { conversationId, text });
    }
    this.changed.drafts.push({ conversationId, text });
  }

  /** @param {string} name @returns {Promise<any>} */
  async meta(name) {
    return (await this.#work.get('meta', name))?.value;
  }

  /** @param {string} name @param {unknown} value */
  saveMeta(name, value) {
    this.#work.put('meta', { name, value });
    this.changed.meta[name] = value;
  }

  /** Stores the conversations that were read. @returns {Changed} */
  finish() {
    for (const record of this.#conversations.values()) {
      this.#work.put('conversations', record);
      this.changed.conversations.push(record);
    }
    this.#work.put('meta', { name: 'revision', value: this.changed.revision });
    return this.changed;
  }
}
