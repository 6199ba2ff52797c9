const REST = 150;

/**
 * What is being written. In memory at once; on disk when the hand rests, and when the page is left.
 */
export class Drafts {
  #ledger;
  #replica;
  #changes;
  /** @type {Map<string, ReturnType<typeof setTimeout>>} */
  #pending = new Map();

  /**
   * @param {import('./ledger.js').Ledger} ledger
   * @param {import('./replica.js').Replica} replica
   * @param {import('./changes.js').Changes} changes
   */
  constructor(ledger, replica, changes) {
    this.#ledger = ledger;
    this.#replica = replica;
    this.#changes = changes;
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
    this.#pending.set(conversationId, setTimeout(() => this.#keep(conversationId), REST));
    this.#changes.note('conversation', conversationId);
  }

  /** It was sent: what waits to be kept is no longer true. @param {string} conversationId */
  sent(conversationId) {
    clearTimeout(this.#pending.get(conversationId));
    this.#pending.delete(conversationId);
    this.#replica.drafts.set(conversationId, '');
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
    this.#ledger.commit(async (draft) => draft.saveDraft(conversationId, text)).catch(() => {});
  }
}
