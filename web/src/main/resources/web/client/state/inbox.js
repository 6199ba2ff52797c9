import { applyConversation } from './apply.js';
import { unreadOf } from '../storage/records.js';
import { removal } from './removal.js';

/**
 * All conversations, latest activity first.
 *
 * @typedef {import('../types.js').Conversation} Conversation
 * @typedef {import('../storage/records.js').ConversationRecord} ConversationRecord
 */
export class Inbox {
  #parts;
  /** @type {Set<string>} */
  #hidden = new Set();
  /** @type {Conversation[] | null} */
  #items = null;

  /** @param {import('../parts.js').Parts} parts */
  constructor(parts) {
    this.#parts = parts;
    parts.changes.first('inbox', () => this.refresh());
  }

  /** Recomputes the list on its next use. */
  refresh() {
    this.#items = null;
  }

  /** @returns {Conversation[]} */
  get items() {
    this.#items ??= this.#make();
    return this.#items;
  }

  get totalUnread() {
    return this.items.reduce((sum, each) => sum + each.unread, 0);
  }

  get unreadConversations() {
    return this.items.filter((each) => each.unread > 0).length;
  }

  get loading() {
    return !this.#parts.cache.meta.isStarted && this.#parts.cache.conversations.size === 0;
  }

  get hasMore() {
    return this.loading;
  }

  /** All conversations are loaded together. */
  async loadMore() {}

  /** @param {string} recipientId @returns {Promise<string>} */
  async open(recipientId) {
    const wire = await this.#parts.api.post('/v1/conversations', { recipient_id: recipientId });
    await this.#parts.store.commit((change) => applyConversation(change, wire));
    return wire.id;
  }

  /** @param {string} id */
  remove(id) {
    const show = () => {
      this.#hidden.delete(id);
      this.#parts.changes.note('inbox');
    };
    return removal({
      hide: () => {
        this.#hidden.add(id);
        this.#parts.changes.note('inbox');
      },
      show,
      remove: async () => {
        await this.#parts.api.call('DELETE', `/v1/conversations/${id}`, undefined, { keepalive: true });
        await this.#parts.store.commit((change) => applyConversation(change, { id, is_deleted: true }));
        show();
      },
    });
  }

  #make() {
    const shown = [...this.#parts.cache.conversations.values()]
      .filter((each) => each.listed && each.other && !this.#hidden.has(each.id));
    return shown.map((each) => this.#item(each)).sort(latestFirst);
  }

  /** @param {ConversationRecord} record @returns {Conversation} */
  #item(record) {
    const { cache, live, people } = this.#parts;
    const unsent = cache.unsent(record.id).at(-1);
    const other = /** @type {import('../types.js').User} */ (record.other);
    return {
      id: record.id,
      other,
      isGroup: record.group,
      lastMessage: unsent ? this.#parts.unsentMessage(unsent) : lastOf(record),
      unread: unreadOf(record),
      blocked: record.blocked,
      typing: live.isTyping(record.id),
      presence: people.presence(other.id),
      draft: cache.drafts.get(record.id) ?? '',
      updatedAt: unsent && unsent.createdAt > record.updatedAt ? unsent.createdAt : record.updatedAt,
    };
  }
}

/** @param {ConversationRecord} record @returns {import('../types.js').Message | null} */
function lastOf({ last, readUpTo, deliveredUpTo }) {
  if (last === null) {
    return null;
  }
  const { id, seq, own, type, content, attachments = [], createdAt, deleted } = last;
  const upTo = seq ?? Infinity;
  return {
    key: id, id, seq, own, author: null, type, content, attachments, createdAt, deleted,
    status: upTo <= readUpTo ? 'read' : upTo <= deliveredUpTo ? 'delivered' : 'sent',
    readAt: null, late: false, error: null, uploads: [],
  };
}

/** @param {Conversation} a @param {Conversation} b */
function latestFirst(a, b) {
  return a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : a.id < b.id ? 1 : -1;
}
