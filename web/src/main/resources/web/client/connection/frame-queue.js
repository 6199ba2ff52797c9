/** Frames that change stored data; other frames are transient. */
const LASTING = new Set([
  'new_message', 'ack', 'message_status', 'message_read', 'conversation_read', 'message_deleted',
  'conversation_updated', 'blocked', 'settings_updated', 'user_updated', 'heartbeat', 'caught_up',
]);
const MOST_AT_ONCE = 250;
const ACKNOWLEDGE_EVERY = 300;

/**
 * Applies frames of a socket in order. All waiting frames share one transaction, so 10,000 missed
 * messages do not need 10,000 transactions.
 */
export class FrameQueue {
  #sync;
  #events;
  /** @type {any[]} */
  #waiting = [];
  #isBusy = false;
  #isClosed = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #acknowledging;
  /** @type {string | null} */
  #cursor = null;

  /**
   * @param {import('../state/sync.js').Sync} sync
   * @param {{send: (frame: object) => void, caughtUp: () => void, failed: (error: unknown) => void}} events
   */
  constructor(sync, events) {
    this.#sync = sync;
    this.#events = events;
  }

  /** @param {any} frame */
  add(frame) {
    if (LASTING.has(frame.type)) {
      this.#waiting.push(frame);
      this.#drain().catch((error) => this.#events.failed(error));
    }
  }

  close() {
    this.#isClosed = true;
    clearTimeout(this.#acknowledging);
  }

  async #drain() {
    if (this.#isBusy) {
      return;
    }
    this.#isBusy = true;
    while (this.#waiting.length > 0 && !this.#isClosed) {
      const frames = this.#waiting.splice(0, MOST_AT_ONCE);
      const { cursor, isBehind } = await this.#sync.apply(frames);
      if (this.#isClosed) {
        // The frames are stored, but their connection has closed, so its state is not reported.
        break;
      }
      this.#acknowledge(cursor);
      if (isBehind && this.#waiting.length === 0) {
        this.#events.send({ type: 'resume', cursor });
      }
      if (frames.some((frame) => frame.type === 'caught_up')) {
        this.#events.caughtUp();
      }
    }
    this.#isBusy = false;
  }

  /** Acknowledgements are cumulative, so one covers many frames. @param {string | null} cursor */
  #acknowledge(cursor) {
    if (cursor === this.#cursor || cursor === null) {
      return;
    }
    this.#cursor = cursor;
    this.#acknowledging ??= setTimeout(() => {
      this.#acknowledging = undefined;
      this.#events.send({ type: 'received', cursor: this.#cursor });
    }, ACKNOWLEDGE_EVERY);
  }
}
