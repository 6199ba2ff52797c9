const PING_PATIENCE = 5_000;
const HANDSHAKE_PATIENCE = 15_000;

/**
 * One connection from its opening to its end. A socket can be dead for minutes before a browser
 * notices (a lid closed, a network changed): silence longer than the server's own rhythm ends it.
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

  /** Is anybody there? Ends the connection when no answer comes. */
  check() {
    if (this.send({ type: 'ping' })) {
      this.#within(PING_PATIENCE);
    }
  }

  close() {
    this.#socket.close(1000);
    // A dead network would keep the closing handshake waiting.
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
