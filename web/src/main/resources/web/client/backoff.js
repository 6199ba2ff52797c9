const SHORTEST = 500;
const LONGEST = 30_000;

/** Growing pauses, random in their whole range: a thousand clients must not come back in step. */
export class Backoff {
  #tries = 0;

  /** Milliseconds to wait now. */
  next() {
    const most = Math.min(LONGEST, SHORTEST * 2 ** this.#tries);
    this.#tries += 1;
    return SHORTEST / 2 + Math.random() * most;
  }

  reset() {
    this.#tries = 0;
  }
}
