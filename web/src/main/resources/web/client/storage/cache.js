/**
 * The stored data that this tab holds in memory: all conversations, unsent messages, drafts, and the
 * messages of opened conversations.
 *
 * @typedef {import('./records.js').ConversationRecord} ConversationRecord
 * @typedef {import('../state/change.js').Changed} Changed
 * @typedef {import('../state/message-window.js').MessageWindow} MessageWindow
 * @typedef {import('../send/outbox.js').UnsentRecord} UnsentRecord
 */
export class Cache {
  /** @type {Map<string, ConversationRecord>} */
  conversations = new Map();
  /** @type {Map<string, UnsentRecord>} */
  outbox = new Map();
  /** @type {Map<string, string>} */
  drafts = new Map();
  /** @type {Map<string, MessageWindow>} */
  windows = new Map();
  /** @type {Record<string, any>} */
  meta = {};
  /** @type {Map<string, number>} */
  #revisions = new Map();
  #changes;

  /** @param {import('../state/changes.js').Changes} changes */
  constructor(changes) {
    this.#changes = changes;
  }

  /** @param {import('./database.js').Work} work */
  async load(work) {
    const revision = (await work.get('meta', 'revision'))?.value ?? 0;
    for (const { name, value } of await work.all('meta')) {
      this.meta[name] = value;
    }
    for (const record of await work.all('conversations')) {
      this.conversations.set(record.id, record);
      this.#revisions.set(record.id, revision);
    }
    for (const item of await work.all('outbox')) {
      this.outbox.set(item.key, item);
    }
    for (const { conversationId, text } of await work.all('drafts')) {
      this.drafts.set(conversationId, text);
    }
    this.#noteAll();
  }

  /** @param {Changed} changed @param {boolean} isOwn  of this tab */
  apply(changed, isOwn) {
    const { revision } = changed;
    for (const id of changed.emptied) {
      this.windows.get(id)?.clear();
      this.#changes.note('conversation', id);
    }
    for (const { conversationId, seq } of changed.removed) {
      this.windows.get(conversationId)?.remove(seq);
      this.#changes.note('conversation', conversationId);
    }
    for (const message of changed.messages) {
      this.windows.get(message.conversationId)?.put(message, revision);
      this.#changes.note('conversation', message.conversationId);
    }
    this.#applyConversations(changed);
    this.#applyOutbox(changed);
    if (!isOwn) {
      // Drafts of this tab are newer in memory than on disk while the user types.
      this.#applyDrafts(changed);
    }
    this.#applyMeta(changed);
  }

  /** @param {Changed} changed */
  #applyConversations({ revision, conversations, swept }) {
    for (const id of swept) {
      this.conversations.delete(id);
      this.#changes.note('conversation', id);
    }
    for (const record of conversations) {
      if ((this.#revisions.get(record.id) ?? 0) <= revision) {
        this.#revisions.set(record.id, revision);
        this.conversations.set(record.id, record);
        this.#changes.note('conversation', record.id);
      }
    }
    if (conversations.length + swept.length > 0) {
      this.#changes.note('inbox');
    }
  }

  /** @param {Changed} changed */
  #applyOutbox({ outbox, sent }) {
    for (const item of outbox) {
      this.outbox.set(item.key, item);
      this.#changes.note('conversation', item.conversationId);
    }
    for (const key of sent) {
      const item = this.outbox.get(key);
      if (item) {
        this.outbox.delete(key);
        this.#changes.note('conversation', item.conversationId);
      }
    }
    if (outbox.length + sent.length > 0) {
      this.#changes.note('inbox');
      this.#changes.note('uploads');
    }
  }

  /** @param {Changed} changed */
  #applyDrafts({ drafts }) {
    for (const { conversationId, text } of drafts) {
      this.drafts.set(conversationId, text);
      this.#changes.note('conversation', conversationId);
      this.#changes.note('inbox');
    }
  }

  /** @param {Changed} changed */
  #applyMeta({ meta }) {
    for (const [name, value] of Object.entries(meta)) {
      this.meta[name] = value;
      if (name === 'settings' || name === 'user') {
        this.#changes.note('settings');
        this.#changes.note('session');
      } else if (name === 'isStarted' || name === 'blocks') {
        this.#changes.note('inbox');
      }
    }
  }

  /** Unsent messages of a conversation, oldest first. @param {string} conversationId */
  unsent(conversationId) {
    return [...this.outbox.values()]
      .filter((each) => each.conversationId === conversationId)
      .sort((a, b) => a.order - b.order);
  }

  clear() {
    this.conversations.clear();
    this.outbox.clear();
    this.drafts.clear();
    this.windows.forEach((window) => window.clear());
    this.meta = {};
    this.#revisions.clear();
    this.#noteAll();
  }

  #noteAll() {
    this.#changes.note('inbox');
    this.#changes.note('settings');
    this.#changes.note('uploads');
    for (const id of new Set([...this.conversations.keys(), ...this.windows.keys()])) {
      this.#changes.note('conversation', id);
    }
  }
}
