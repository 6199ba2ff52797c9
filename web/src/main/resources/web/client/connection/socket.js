const PING_PATIENCE = 5_000;
const HANDSHAKE_PATIENCE = 15_000;

/**
 * One socket connection. A browser may notice a dead socket only after minutes (sleep, changed
 * network), so silence longer than the server's heartbeat interval ends it.
 *
 * @typedef {{code: number, wasGreeted: boolean, retryAfter: number | null}} End
 */
export class Socket {
  #socket;
  #listener;
  #wasGreeted = false;
  #isEnded = false;
  /** @type {number | null} */
  #retryAfter = null;
  #rhythm = 30_000;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #deadline;
  /** @type {(end: End) => void} */
  #end = () => {};
  /** @type {Promise<End>} */
  ended = new Promise((resolve) => {
    this.#end = resolve;
  });

  /** @param {string} address @param {(frame: any) => void} listener */
  constructor(address, listener) {
    this.#listener = listener;
    this.#socket = new WebSocket(address);
    this.#socket.onmessage = (event) => this.#receive(JSON.parse(event.data));
    this.#socket.onclose = (event) => this.#finish(event.code);
    this.#within(HANDSHAKE_PATIENCE);
  }

  get isOpen() {
    return this.#wasGreeted && this.#socket.readyState === WebSocket.OPEN;
  }

  /** @param {object} frame @returns {boolean} whether it could be sent */
  send(frame) {
    if (this.isOpen) {
      this.#socket.send(JSON.stringify(frame));
    }
    return this.isOpen;
  }

  /** Pings the server and ends the connection when no reply arrives. */
  check() {
    if (this.send({ type: 'ping' })) {
      this.#within(PING_PATIENCE);
    }
  }

  close() {
    this.#socket.close(1000);
    // On a dead network the closing handshake would not complete.
    this.#finish(1000);
  }

  /** @param {any} frame */
  #receive(frame) {
    if (frame.type === 'hello') {
      this.#wasGreeted = true;
      this.#rhythm = frame.heartbeat_seconds * 1000;
    } else if (frame.type === 'going_away') {
      this.#retryAfter = frame.retry_after;
    }
    this.#within(this.#rhythm * 1.5);
    this.#listener(frame);
  }

  /** @param {number} millis */
  #within(millis) {
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => {
      if (this.isOpen && millis !== PING_PATIENCE) {
        this.check();
      } else {
        this.#socket.close();
        this.#finish(1006);
      }
    }, millis);
  }

  /** @param {number} code */
  #finish(code) {
    if (!this.#isEnded) {
      this.#isEnded = true;
      clearTimeout(this.#deadline);
      this.#end({ code, wasGreeted: this.#wasGreeted, retryAfter: this.#retryAfter });
    }
  }
}
