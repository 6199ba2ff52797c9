/**
 * The work of the leading tab: it holds the connection, sends messages, reports pending reads and
 * fetches missing data.
 *
 * @typedef {import('../state/change.js').Changed} Changed
 * @typedef {import('../types.js').Connection} State
 *
 * @typedef {object} LeaderParts
 * @property {import('./tabs.js').Tabs} tabs
 * @property {import('./connection.js').Connection} connection
 * @property {import('../send/sender.js').Sender} sender
 * @property {import('../state/reading.js').Reading} reading
 * @property {import('../state/history.js').History} history
 * @property {import('../watching.js').Watching} watching
 * @property {import('../state/settings-store.js').SettingsStore} settings
 * @property {import('../storage/cache.js').Cache} cache
 */
export class Leader {
  #parts;
  #isRunning = false;
  /** @type {Promise<unknown>} */
  #fetching = Promise.resolve();
  /** @type {Set<string>} */
  #asked = new Set();

  /** @param {LeaderParts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  start() {
    if (!this.#isRunning && this.#parts.tabs.leads) {
      this.#isRunning = true;
      this.#parts.connection.start();
      this.#parts.sender.start();
    }
  }

  stop() {
    if (this.#isRunning) {
      this.#isRunning = false;
      this.#parts.connection.stop();
      this.#parts.sender.stop();
    }
  }

  /** After a disconnect the network may have changed, so open requests are repeated. */
  restart() {
    if (this.#isRunning) {
      this.#parts.connection.start();
    }
  }

  wake() {
    if (this.#isRunning) {
      this.#parts.connection.wake();
      this.#parts.sender.wake();
      this.#parts.reading.pay();
    }
  }

  /** The connection has received all missed frames. */
  online() {
    this.#asked.clear();
    this.#parts.sender.wake();
    this.#parts.reading.pay();
    this.#parts.watching.ask(true);
    this.#parts.settings.refresh().catch(() => {});
    this.#complete([...this.#parts.cache.conversations.values()]);
  }

  /** @param {Changed} changed */
  changed(changed) {
    if (!this.#isRunning) {
      return;
    }
    if (changed.outbox.length > 0) {
      this.#parts.sender.wake();
    }
    if (changed.conversations.some((each) => each.pendingRead)) {
      this.#parts.reading.pay();
    }
    if (changed.conversations.some((each) => each.listed)) {
      this.#parts.watching.ask(false);
    }
    this.#complete(changed.conversations);
  }

  /**
   * Fetches messages missing in a conversation, or the conversation missing for messages. One at a
   * time, and each once per connection, because a failed fetch would fail again.
   *
   * @param {import('../storage/records.js').ConversationRecord[]} conversations
   */
  #complete(conversations) {
    const { history } = this.#parts;
    for (const { id, listed, other, completeFromSeq, last } of conversations) {
      if (listed && other === null && !this.#asked.has(`who ${id}`)) {
        this.#asked.add(`who ${id}`);
        this.#later(() => history.conversation(id));
      }
      if (listed && completeFromSeq === null && last !== null && !this.#asked.has(id)) {
        this.#asked.add(id);
        this.#later(() => history.latest(id));
      }
    }
  }

  /** @param {() => Promise<unknown>} task */
  #later(task) {
    this.#fetching = this.#fetching.then(task).catch(() => {});
  }
}
