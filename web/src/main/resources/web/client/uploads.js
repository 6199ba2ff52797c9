import { typeOf } from './outbox.js';

/**
 * The files of unsent messages, as a view shows and stops them.
 *
 * @typedef {import('./types.js').UploadState} UploadState
 * @typedef {import('./outbox.js').UnsentRecord} UnsentRecord
 */
export class Uploads {
  #ledger;
  #replica;
  #transfers;

  /**
   * @param {import('./ledger.js').Ledger} ledger
   * @param {import('./replica.js').Replica} replica
   * @param {import('./transfers.js').Transfers} transfers
   */
  constructor(ledger, replica, transfers) {
    this.#ledger = ledger;
    this.#replica = replica;
    this.#transfers = transfers;
  }

  /** @returns {UploadState[]} */
  get all() {
    return [...this.#replica.outbox.values()]
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

  /** @param {string} id */
  cancel(id) {
    this.#change(id, (item) => {
      const files = item.files.filter((file) => file.id !== id);
      const isLeft = files.length > 0 || item.content !== null;
      const isHurt = files.some((file) => file.state === 'failed');
      return isLeft
        ? { ...item, files, type: typeOf(files), state: isHurt ? 'failed' : 'waiting', error: isHurt ? item.error : null }
        : null;
    });
    this.#transfers.abort(id);
  }

  /** @param {string} id */
  retry(id) {
    this.#change(id, (item) => ({
      ...item,
      state: 'waiting',
      error: null,
      files: item.files.map((file) => (file.id === id ? { ...file, state: 'waiting', error: null } : file)),
    }));
  }

  /** @param {string} id @param {(item: UnsentRecord) => UnsentRecord | null} change */
  #change(id, change) {
    const key = [...this.#replica.outbox.values()]
      .find((item) => item.files.some((file) => file.id === id))?.key;
    if (key === undefined) {
      return;
    }
    this.#ledger.commit(async (draft) => {
      const item = await draft.unsent(key);
      const changed = item ? change(item) : null;
      if (changed) {
        draft.saveUnsent(changed);
      } else {
        draft.removeUnsent(key);
      }
    }).catch(() => {});
  }
}
