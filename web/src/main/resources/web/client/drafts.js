const REST = 150;

/**
 * What is being written. In memory at once; on disk when the hand rests, and when the page is left.
 */
export class Drafts {
  #ledger;
  #replica;
  #changes;
  #journal;
  /** @type {Map<string, ReturnType<typeof setTimeout>>} */
  #pending = new Map();

  /**
   * @param {import('./ledger.js').Ledger} ledger
   * @param {import('./replica.js').Replica} replica
   * @param {import('./changes.js').Changes} changes
   * @param {import('./journal.js').Journal} journal
   */
  constructor(ledger, replica, changes, journal) {
    this.#ledger = ledger;
    this.#replica = replica;
    this.#changes = changes;
    this.#journal = journal;
    addEventListener('visibilitychange', () => this.keepAll());
    addEventListener('pagehide', () => this.keepAll());
  }

  /** @param {string} conversationId @param {string} text */
  set(conversationId, text) {
    if ((this.#replica.drafts.get(conversationId) ?? '') === text) {
      return;
    }
    this.#replica.drafts.set(conversationId, text);
    clearTimeout(this.#pending.get(conversationId));
    this.#journal.note('drafts', conversationId, text);
    this.#pending.set(conversationId, setTimeout(() => this.#keep(conversationId), REST));
    this.#changes.note('conversation', conversationId);
  }

  /**
   * It was sent: what waits to be kept is no longer true, and what is kept must not come back when the
   * page is left before the database heard of it. Files are in no journal: until they are on disk the
   * text beside them is all that is safe.
   *
   * @param {string} conversationId @param {boolean} hasFiles
   */
  sent(conversationId, hasFiles) {
    clearTimeout(this.#pending.get(conversationId));
    this.#pending.delete(conversationId);
    if (hasFiles) {
      this.#journal.strike('drafts', conversationId);
    } else {
      this.#journal.note('drafts', conversationId, '');
    }
    this.#replica.drafts.set(conversationId, '');
  }

  /** What was sent is no draft on disk any more. @param {string} conversationId */
  gone(conversationId) {
    this.#journal.strike('drafts', conversationId, '');
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
    const text = this.#replica.drafts.get(conversationId) ?? '';
    this.#ledger.commit(async (draft) => draft.saveDraft(conversationId, text))
      .then(() => this.#pending.has(conversationId) || this.#journal.strike('drafts', conversationId, text))
      .catch(() => {});
  }
}
