/**
 * The other tabs of this browser with the same client. What one of them knows, all are told; one of
 * them leads: it alone holds the connection and sends.
 */
export class Tabs {
  #channel;
  #locks;
  #ended = new AbortController();
  /** @type {Map<string, (payload: any) => void>} */
  #listeners = new Map();
  leads = false;

  /** @param {string} name @param {import('./locks.js').Locks} locks */
  constructor(name, locks) {
    this.#locks = locks;
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = (event) => {
      this.#listeners.get(event.data.type)?.(event.data.payload);
    };
  }

  /** @param {string} type @param {(payload: any) => void} listener  called for what other tabs say */
  on(type, listener) {
    this.#listeners.set(type, listener);
  }

  /** @param {string} type @param {unknown} [payload]  anything that can be cloned */
  tell(type, payload) {
    if (!this.#ended.signal.aborted) {
      this.#channel.postMessage({ type, payload });
    }
  }

  /**
   * For what the leader does. @param {string} type @param {any} [payload]
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
   */
  whenLeading(lead) {
    const { signal } = this.#ended;
    const untilClosed = () =>
      new Promise((resolve) => {
        this.leads = true;
        lead();
        signal.addEventListener('abort', () => resolve(undefined));
      });
    this.#locks.alone('lead', untilClosed, signal).catch(() => {});
  }

  close() {
    this.#ended.abort();
    this.leads = false;
    this.#channel.close();
  }
}
