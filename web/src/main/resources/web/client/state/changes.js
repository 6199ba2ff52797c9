/**
 * Notifies views of changes. All changes of one part in a task become one event, to avoid drawing it
 * twice.
 *
 * @typedef {import('../types.js').ChangeDetail} ChangeDetail
 */
export class Changes {
  #target;
  /** @type {Map<string, ChangeDetail>} */
  #waiting = new Map();

  /** @type {Map<ChangeDetail['part'], () => void>} */
  #first = new Map();

  /** @param {EventTarget} target */
  constructor(target) {
    this.#target = target;
  }

  /**
   * Runs work for a part before views are notified.
   *
   * @param {ChangeDetail['part']} part @param {() => void} work
   */
  first(part, work) {
    this.#first.set(part, work);
  }

  /** @param {ChangeDetail['part']} part @param {string} [id] */
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
