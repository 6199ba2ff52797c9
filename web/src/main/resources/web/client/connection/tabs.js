/**
 * The other tabs of this browser with the same client. Tabs share their state. One tab leads: only it
 * holds the connection and sends.
 */
export class Tabs {
  #channel;
  #locks;
  #database;
  #ended = new AbortController();
  /** @type {Map<string, (payload: any) => void>} */
  #listeners = new Map();
  leads = false;

  /** @param {string} name @param {import('./locks.js').Locks} locks @param {import('../storage/database.js').BrowserDatabase} database */
  constructor(name, locks, database) {
    this.#locks = locks;
    this.#database = database;
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = ({ data: { type, payload } }) => {
      if (database.isKept) {
        this.#listeners.get(type)?.(payload);
      }
    };
  }

  /** @param {string} type @param {(payload: any) => void} listener  called for what other tabs say */
  on(type, listener) {
    this.#listeners.set(type, listener);
  }

  /** @param {string} type @param {unknown} [payload]  anything that can be cloned */
  tell(type, payload) {
    // Without stored data, tabs share nothing and each tab has its own session.
    if (!this.#ended.signal.aborted && this.#database.isKept) {
      this.#channel.postMessage({ type, payload });
    }
  }

  /**
   * Sends a request to the leading tab. @param {string} type @param {any} [payload]
   */
  ask(type, payload) {
    if (this.leads) {
      this.#listeners.get(type)?.(payload);
    } else {
      this.tell(type, payload);
    }
  }

  /**
   * @param {() => void} lead  called when this tab's turn has come, which may be never
   * @param {() => void} follow  called when another tab took it away; the turn may come again
   */
  whenLeading(lead, follow) {
    const { signal } = this.#ended;
    /** @param {AbortSignal} lost */
    const untilOver = (lost) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', resolve);
        lost.addEventListener('abort', resolve);
        this.leads = true;
        lead();
      });
    this.#locks.alone('lead', untilOver, { signal, goesOn: true }).then(() => {
      this.leads = false;
      if (!signal.aborted) {
        follow();
        this.whenLeading(lead, follow);
      }
    }, () => {});
  }

  close() {
    this.#ended.abort();
    this.leads = false;
    this.#channel.close();
  }
}
