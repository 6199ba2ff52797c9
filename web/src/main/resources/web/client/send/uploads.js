import { typeOf } from './outbox.js';

/**
 * The files of unsent messages, for views: progress and cancelling.
 *
 * @typedef {import('../types.js').UploadState} UploadState
 * @typedef {import('./outbox.js').UnsentRecord} UnsentRecord
 */
export class Uploads {
  #store;
  #cache;
  #transfers;

  /**
   * @param {import('../state/store.js').Store} store
   * @param {import('../storage/cache.js').Cache} cache
   * @param {import('./transfers.js').Transfers} transfers
   */
  constructor(store, cache, transfers) {
    this.#store = store;
    this.#cache = cache;
    this.#transfers = transfers;
  }

  /** @returns {UploadState[]} */
  get all() {
    return [...this.#cache.outbox.values()]
      .flatMap((item) => this.of(item))
      .filter((each) => each.state !== 'done');
  }

  get busy() {
    return this.all.some((each) => each.state === 'running');
  }

  /** @param {UnsentRecord} item @returns {UploadState[]} */
  of(item) {
    return item.files.map(({ id, name, size, type, blob, state, error }) => {
      const progress = this.#transfers.progress(id);
      const isRunning = state === 'waiting' && progress !== null;
      return {
        id, name, size, type, blob, error,
        progress: state === 'done' ? 1 : progress ?? 0,
        state: isRunning ? 'running' : state,
      };
    });
  }

  /** Removes the file from the outbox before stopping the upload; otherwise the upload would restart. @param {string} id */
  cancel(id) {
    this.#change(id, (item) => {
      const files = item.files.filter((file) => file.id !== id);
      const isLeft = files.length > 0 || item.content !== null;
      const isHurt = files.some((file) => file.state === 'failed');
      return isLeft
        ? { ...item, files, type: typeOf(files), state: isHurt ? 'failed' : 'waiting', error: isHurt ? item.error : null }
        : null;
    }).then(() => this.#transfers.abort(id), () => {});
  }

  /** @param {string} id */
  retry(id) {
    this.#change(id, (item) => ({
      ...item,
      state: 'waiting',
      error: null,
      files: item.files.map((file) => (file.id === id ? { ...file, state: 'waiting', error: null } : file)),
    })).catch(() => {});
  }

  /** @param {string} id @param {(item: UnsentRecord) => UnsentRecord | null} update */
  async #change(id, update) {
    const key = [...this.#cache.outbox.values()]
      .find((item) => item.files.some((file) => file.id === id))?.key;
    if (key === undefined) {
      return;
    }
    await this.#store.commit(async (change) => {
      const item = await change.unsent(key);
      const changed = item ? update(item) : null;
      if (changed) {
        change.saveUnsent(changed);
      } else {
        change.removeUnsent(key);
      }
    });
  }
}
