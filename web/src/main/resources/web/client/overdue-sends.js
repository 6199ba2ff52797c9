/** How long a message may be on its way before its writer is told. */
const PATIENCE = 10_000;

/**
 * Which unsent messages are late: no answer within ten seconds, or no network at all. They go by
 * themselves all the same, as soon as they can. What waits behind a running upload or for the end of a
 * rate limit is not late: that shows how long it will take.
 *
 * @typedef {import('./outbox.js').UnsentRecord} UnsentRecord
 */
export class Lateness {
  #replica;
  #transfers;
  #changes;
  /** When each conversation is to be looked at again. @type {Map<string, ReturnType<typeof setTimeout>>} */
  #timers = new Map();

  /**
   * @param {import('./replica.js').Replica} replica
   * @param {import('./transfers.js').Transfers} transfers
   * @param {import('./changes.js').Changes} changes
   */
  constructor(replica, transfers, changes) {
    this.#replica = replica;
    this.#transfers = transfers;
    this.#changes = changes;
  }

  /** @param {UnsentRecord} item */
  isLate({ state, since, conversationId }) {
    if (state !== 'waiting' || navigator.onLine === false) {
      return state === 'waiting';
    }
    // A clock that was put back counts as time that has passed: better told too early than never.
    const left = PATIENCE - Math.abs(Date.now() - since);
    if (left > 0) {
      this.#lookAgain(conversationId, left);
    }
    return left <= 0 && !this.#isMoving(conversationId);
  }

  /** The network came or went: that changes at once what is late. */
  lookAtAll() {
    for (const { conversationId } of this.#replica.outbox.values()) {
      this.#note(conversationId);
    }
  }

  /** @param {string} conversationId */
  #isMoving(conversationId) {
    const first = this.#replica.unsent(conversationId).find((each) => each.state === 'waiting');
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
