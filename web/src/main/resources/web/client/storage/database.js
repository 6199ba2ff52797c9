import { MemoryDatabase } from './memory-database.js';
import { STORES } from './stores.js';

/**
 * The database of the browser. One transaction covers all stores, so a cursor is never stored without
 * the changes before it.
 */
const VERSION = 2;

/** @typedef {keyof typeof STORES} StoreName */
/** @typedef {{lower: IDBValidKey, upper: IDBValidKey, descending?: boolean, limit?: number}} Span */

/**
 * One transaction. Only its own methods may be awaited inside it: the browser commits it as soon as no
 * request is pending.
 *
 * @typedef {object} Work
 * @property {(store: StoreName, key: IDBValidKey) => Promise<any>} get
 * @property {(id: string) => Promise<any>} messageById
 * @property {(store: StoreName) => Promise<any[]>} all
 * @property {(store: StoreName, span: Span) => Promise<any[]>} span
 * @property {(store: StoreName, value: any) => void} put
 * @property {(store: StoreName, key: IDBValidKey) => void} delete
 * @property {(store: StoreName) => void} clear
 */

/**
 * @typedef {object} Database
 * @property {boolean} isKept
 * @property {<T>(mode: 'readonly' | 'readwrite', task: (work: Work) => Promise<T>) => Promise<T>} run
 * @property {() => void} close
 */

/**
 * Opened on first use, and again after the browser closed it. Falls back to memory when the browser
 * stores nothing.
 *
 * @implements {Database}
 */
export class BrowserDatabase {
  isKept = true;
  #name;
  /** @type {Promise<Database> | null} */
  #opening = null;

  /** @param {string} name */
  constructor(name) {
    this.#name = name;
  }

  /** @returns {Promise<Database>} */
  open() {
    this.#opening ??= opened(this.#name).then((found) => new KeptDatabase(found), () => {
      this.isKept = false;
      return new MemoryDatabase();
    });
    return this.#opening;
  }

  /**
   * @template T
   * @param {'readonly' | 'readwrite'} mode
   * @param {(work: Work) => Promise<T>} task
   * @returns {Promise<T>}
   */
  async run(mode, task) {
    try {
      return await (await this.open()).run(mode, task);
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') {
        throw error;
      }
      this.#opening = null;
      return (await this.open()).run(mode, task);
    }
  }

  close() {
    this.#opening?.then((database) => database.close());
    this.#opening = null;
  }
}

/** @param {string} name @returns {Promise<IDBDatabase>} */
function opened(name) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, VERSION);
    request.onupgradeneeded = ({ oldVersion }) => {
      const { result, transaction } = request;
      if (oldVersion === 0) {
        createStores(result, /** @type {IDBTransaction} */ (transaction));
      } else {
        renameFields(/** @type {IDBTransaction} */ (transaction));
      }
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('Another version has it open'));
  });
}

/** @param {IDBDatabase} database @param {IDBTransaction} transaction */
function createStores(database, transaction) {
  for (const [store, keyPath] of Object.entries(STORES)) {
    database.createObjectStore(store, { keyPath });
  }
  transaction.objectStore('messages').createIndex('id', 'id');
}

/** Version 1 had other names for two fields of a conversation. @param {IDBTransaction} transaction */
function renameFields(transaction) {
  const request = transaction.objectStore('conversations').openCursor();
  request.onsuccess = () => {
    const cursor = request.result;
    if (cursor) {
      const { floor: completeFromSeq, told: serverCount, ...rest } = cursor.value;
      cursor.update({ ...rest, completeFromSeq, serverCount });
      cursor.continue();
    }
  };
}

/** @implements {Database} */
class KeptDatabase {
  isKept = true;
  #database;

  /** @param {IDBDatabase} database */
  constructor(database) {
    this.#database = database;
    // A newer version in another tab must not be blocked by this connection.
    database.onversionchange = () => database.close();
  }

  /**
   * @template T
   * @param {'readonly' | 'readwrite'} mode
   * @param {(work: Work) => Promise<T>} task
   * @returns {Promise<T>}
   */
  async run(mode, task) {
    const transaction = this.#database.transaction(Object.keys(STORES), mode);
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(undefined);
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
    });
    done.catch(() => {});
    let result;
    try {
      result = await task(new KeptWork(transaction));
    } catch (error) {
      abort(transaction);
      throw error;
    }
    await done;
    return result;
  }

  close() {
    this.#database.close();
  }
}

/** @param {IDBTransaction} transaction */
function abort(transaction) {
  try {
    transaction.abort();
  } catch {
    // The reported error has already ended the transaction.
  }
}

/** @implements {Work} */
class KeptWork {
  #transaction;

  /** @param {IDBTransaction} transaction */
  constructor(transaction) {
    this.#transaction = transaction;
  }

  /** @param {StoreName} store @param {IDBValidKey} key */
  get(store, key) {
    return answer(this.#transaction.objectStore(store).get(key));
  }

  /** @param {string} id */
  messageById(id) {
    return answer(this.#transaction.objectStore('messages').index('id').get(id));
  }

  /** @param {StoreName} store */
  all(store) {
    return answer(this.#transaction.objectStore(store).getAll());
  }

  /** @param {StoreName} store @param {Span} span */
  span(store, { lower, upper, descending = false, limit = Infinity }) {
    const range = IDBKeyRange.bound(lower, upper);
    const source = this.#transaction.objectStore(store);
    if (!descending) {
      return answer(source.getAll(range, limit === Infinity ? undefined : limit));
    }
    return collected(source.openCursor(range, 'prev'), limit);
  }

  /** @param {StoreName} store @param {any} value */
  put(store, value) {
    this.#transaction.objectStore(store).put(value);
  }

  /** @param {StoreName} store @param {IDBValidKey} key */
  delete(store, key) {
    this.#transaction.objectStore(store).delete(key);
  }

  /** @param {StoreName} store */
  clear(store) {
    this.#transaction.objectStore(store).clear();
  }
}

/** @param {IDBRequest} request @returns {Promise<any>} */
function answer(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** @param {IDBRequest<IDBCursorWithValue | null>} request @param {number} limit @returns {Promise<any[]>} */
function collected(request, limit) {
  /** @type {any[]} */
  const found = [];
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor === null || found.length >= limit) {
        resolve(found);
        return;
      }
      found.push(cursor.value);
      cursor.continue();
    };
  });
}
