/** Milliseconds without a reply before a message is shown as not sent. The server replies within 5 seconds. */
const PATIENCE = 10_000;

/**
 * Decides which unsent messages are overdue: no reply within 10 seconds, or no network. They are still
 * sent automatically. Messages that wait for a running upload or a rate limit are not overdue, because
 * their own indicator shows the remaining time.
 *
 * @typedef {import('./outbox.js').UnsentRecord} UnsentRecord
 */
export class OverdueSends {
  #cache;
  #transfers;
  #changes;
  /** Timers for the next check of each conversation. @type {Map<string, ReturnType<typeof setTimeout>>} */
  #timers = new Map();

  /**
   * @param {import('../storage/cache.js').Cache} cache
   * @param {import('./transfers.js').Transfers} transfers
   * @param {import('../state/changes.js').Changes} changes
   */
  constructor(cache, transfers, changes) {
    this.#cache = cache;
    this.#transfers = transfers;
    this.#changes = changes;
  }

  /** @param {UnsentRecord} item */
  isLate({ state, since, conversationId }) {
    if (state !== 'waiting' || navigator.onLine === false) {
      return state === 'waiting';
    }
    // A clock that was set back counts as elapsed time, so that the message is shown as overdue rather than never.
    const left = PATIENCE - Math.abs(Date.now() - since);
    if (left > 0) {
      this.#lookAgain(conversationId, left);
    }
    return left <= 0 && !this.#isMoving(conversationId);
  }

  /** The network state changed, which changes what is overdue. */
  lookAtAll() {
    for (const { conversationId } of this.#cache.outbox.values()) {
      this.#note(conversationId);
    }
  }

  /** @param {string} conversationId */
  #isMoving(conversationId) {
    const first = this.#cache.unsent(conversationId).find((each) => each.state === 'waiting');
    return first?.error?.code === 'rate_limited'
      || first?.files.some(({ id }) => this.#transfers.progress(id) !== null);
  }

  /** @param {string} conversationId @param {number} millis */
  #lookAgain(conversationId, millis) {
    if (!this.#timers.has(conversationId)) {
      this.#timers.set(conversationId, setTimeout(() => this.#note(conversationId), millis));
    }
  }

  /** @param {string} conversationId */
  #note(conversationId) {
    clearTimeout(this.#timers.get(conversationId));
    this.#timers.delete(conversationId);
    this.#changes.note('conversation', conversationId);
    this.#changes.note('inbox');
  }
}
