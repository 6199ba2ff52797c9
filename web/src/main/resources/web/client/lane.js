import { Backoff } from './backoff.js';
import { Pause } from './pause.js';

/** A server answers within 5 seconds, be it that it cannot. After this long the network has lost the request. */
const PATIENCE = 20_000;

/** What one conversation's sending waits for: the answer to a request, or the end of a pause. */
export class Lane {
  #pause = new Pause();
  #backoff = new Backoff();
  /** @type {AbortController | null} */
  #request = null;

  /**
   * Begins anew, under the same id, what got no answer: browsers would wait for minutes.
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

  /** Before the next attempt. @param {import('./failure.js').DmFailure | null} failure  of the last one */
  async rest(failure) {
    if (failure === null) {
      this.#backoff.reset();
    } else {
      await this.#pause.for(failure.retryAfter ? failure.retryAfter * 1000 + 200 : this.#backoff.next());
    }
  }

  /** The pause may be over. */
  wake() {
    this.#pause.end();
  }

  /** Nothing here is worth waiting for. */
  hurry() {
    this.#request?.abort();
    this.#pause.end();
  }
}
