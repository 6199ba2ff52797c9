import { Backoff } from './backoff.js';
import { Pause } from './pause.js';

/** The server replies within 5 seconds, also with 503. After this time the request counts as lost. */
const PATIENCE = 20_000;

/** The wait state of one conversation's sends: a running request or a pause. */
export class Lane {
  #pause = new Pause();
  #backoff = new Backoff();
  /** @type {AbortController | null} */
  #request = null;

  /**
   * Repeats a request without a reply under the same id: browsers would wait for minutes.
   *
   * @template T
   * @param {(signal: AbortSignal) => Promise<T>} task  rejects with `cancelled` when it was ended
   * @returns {Promise<T>}
   */
  async request(task) {
    const request = new AbortController();
    this.#request = request;
    const timer = setTimeout(() => request.abort(), PATIENCE);
    try {
      return await task(request.signal);
    } finally {
      clearTimeout(timer);
      this.#request = null;
    }
  }

  /** Waits before the next attempt. @param {import('../server/failure.js').DmFailure | null} failure  of the last one */
  async rest(failure) {
    if (failure === null) {
      this.#backoff.reset();
    } else {
      await this.#pause.for(failure.retryAfter ? failure.retryAfter * 1000 + 200 : this.#backoff.next());
    }
  }

  /** Ends the pause. */
  wake() {
    this.#pause.end();
  }

  /** Stops the request and the pause. */
  hurry() {
    this.#request?.abort();
    this.#pause.end();
  }
}
