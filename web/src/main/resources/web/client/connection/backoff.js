const SHORTEST = 500;
const LONGEST = 30_000;

/** Growing delays, random over their whole range, so that clients do not reconnect at the same time. */
export class Backoff {
  #tries = 0;

  /** The next delay in milliseconds. */
  next() {
    const most = Math.min(LONGEST, SHORTEST * 2 ** this.#tries);
    this.#tries += 1;
    return SHORTEST / 2 + Math.random() * most;
  }

  reset() {
    this.#tries = 0;
  }
}
