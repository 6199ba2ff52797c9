const REST = 150;

/**
 * Message drafts. Held in memory at once; stored when typing pauses and when the page is left.
 */
export class Drafts {
  #store;
  #cache;
  #changes;
  #unflushedWrites;
  /** @type {Map<string, ReturnType<typeof setTimeout>>} */
  #pending = new Map();

  /**
   * @param {import('./store.js').Store} store
   * @param {import('../storage/cache.js').Cache} cache
   * @param {import('./changes.js').Changes} changes
   * @param {import('../storage/unflushed-writes.js').UnflushedWrites} unflushedWrites
   */
  constructor(store, cache, changes, unflushedWrites) {
    this.#store = store;
    this.#cache = cache;
    this.#changes = changes;
    this.#unflushedWrites = unflushedWrites;
    addEventListener('visibilitychange', () => this.keepAll());
    addEventListener('pagehide', () => this.keepAll());
  }

  /** @param {string} conversationId @param {string} text */
  set(conversationId, text) {
    if ((this.#cache.drafts.get(conversationId) ?? '') === text) {
      return;
    }
    this.#cache.drafts.set(conversationId, text);
    clearTimeout(this.#pending.get(conversationId));
    this.#unflushedWrites.note('drafts', conversationId, text);
    this.#pending.set(conversationId, setTimeout(() => this.#keep(conversationId), REST));
    this.#changes.note('conversation', conversationId);
  }

  /**
   * The draft was sent: drops a pending write, and prevents that the stored draft returns if the page
   * closes before the database has stored its removal. Files are not in `UnflushedWrites`, so until
   * they are on disk only the text is safe.
   *
   * @param {string} conversationId @param {boolean} hasFiles
   */
  sent(conversationId, hasFiles) {
    clearTimeout(this.#pending.get(conversationId));
    this.#pending.delete(conversationId);
    if (hasFiles) {
      this.#unflushedWrites.strike('drafts', conversationId);
    } else {
      this.#unflushedWrites.note('drafts', conversationId, '');
    }
    this.#cache.drafts.set(conversationId, '');
  }

  /** Strikes the note once the sent draft is removed from disk. @param {string} conversationId */
  gone(conversationId) {
    this.#unflushedWrites.strike('drafts', conversationId, '');
  }

  keepAll() {
    [...this.#pending.keys()].forEach((id) => this.#keep(id));
  }

  forget() {
    this.#pending.forEach((timer) => clearTimeout(timer));
    this.#pending.clear();
  }

  /** @param {string} conversationId */
  #keep(conversationId) {
    clearTimeout(this.#pending.get(conversationId));
    this.#pending.delete(conversationId);
    const text = this.#cache.drafts.get(conversationId) ?? '';
    this.#store.commit(async (change) => change.saveDraft(conversationId, text))
      .then(() => this.#pending.has(conversationId) || this.#unflushedWrites.strike('drafts', conversationId, text))
      .catch(() => {});
  }
}
