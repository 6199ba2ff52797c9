/**
 * Tells a view what changed: each thing once for all that happened in a task, since drawing twice
 * shows nothing more.
 *
 * @typedef {import('./types.js').Change} Change
 */
export class Changes {
  #target;
  /** @type {Map<string, Change>} */
  #waiting = new Map();

  /** @type {Map<Change['part'], () => void>} */
  #first = new Map();

  /** @param {EventTarget} target */
  constructor(target) {
    this.#target = target;
  }

  /**
   * What is done at once, before anybody can look at what has changed.
   *
   * @param {Change['part']} part @param {() => void} work
   */
  first(part, work) {
    this.#first.set(part, work);
  }

  /** @param {Change['part']} part @param {string} [id] */
  note(part, id) {
    this.#first.get(part)?.();
    if (this.#waiting.size === 0) {
      queueMicrotask(() => this.#tell());
    }
    this.#waiting.set(`${part} ${id ?? ''}`, id === undefined ? { part } : { part, id });
  }

  #tell() {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const detail of waiting) {
      this.#target.dispatchEvent(new CustomEvent('change', { detail }));
    }
  }
}
