/**
 * The messages of a conversation that this tab holds in memory: all stored messages from some number
 * on.
 *
 * @typedef {import('../storage/records.js').MessageRecord} MessageRecord
 */
export class MessageWindow {
  /** @type {Map<number, {record: MessageRecord, revision: number}>} */
  #messages = new Map();
  /** @type {MessageRecord[] | null} */
  #sorted = null;
  /** Earlier messages are on disk or on the server, but not in memory. */
  from = 0;

  /** @param {MessageRecord} record @param {number} revision */
  put(record, revision) {
    const known = this.#messages.get(record.seq);
    if (record.seq >= this.from && (!known || known.revision <= revision)) {
      this.#messages.set(record.seq, { record, revision });
      this.#sorted = null;
    }
  }

  /** @param {number} seq */
  remove(seq) {
    this.#messages.delete(seq);
    this.#sorted = null;
  }

  clear() {
    this.#messages.clear();
    this.#sorted = null;
    this.from = 0;
  }

  /** The messages, oldest first. @returns {MessageRecord[]} */
  get sorted() {
    this.#sorted ??= [...this.#messages.values()]
      .map((each) => each.record)
      .sort((a, b) => a.seq - b.seq);
    return this.#sorted;
  }

  /** @returns {MessageRecord | undefined} */
  get oldest() {
    return this.sorted[0];
  }
}
