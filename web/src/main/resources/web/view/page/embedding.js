/**
 * Embedding of this page in a frame: the host page supplies tokens, decides theme and language, and may
 * open conversations. Communicates only with the origin for which the frame was created, and only when
 * the server's settings list it.
 *
 * @typedef {{type: string, id?: number, token?: string, error?: string, mode?: string, language?: string,
 *   conversationId?: string, userId?: string, variables?: Record<string, string>}} Word
 * @typedef {import('../messenger.js').Messenger} Messenger
 */
export class HostBridge {
  #origin;
  /** @type {Map<number, {resolve: (token: string) => void, reject: (error: Error) => void}>} */
  #asked = new Map();
  #lastAsked = 0;
  /** @type {Messenger | null} */
  #messenger = null;

  /** The bridge to the host page; null where there is none. */
  static open() {
    const origin = hostOrigin();
    return origin === null ? null : new HostBridge(origin);
  }

  /** @param {string} origin */
  constructor(origin) {
    this.#origin = origin;
    addEventListener('message', (event) => this.#hear(event));
  }

  /** @param {Messenger} messenger */
  serve(messenger) {
    this.#messenger = messenger;
    /** @param {string} type */
    const pass = (type) => messenger.addEventListener(type, (event) => {
      this.#tell({ type: `mockhu:${type}`, ... /** @type {CustomEvent} */ (event).detail });
    });
    ['unread', 'open', 'signout'].forEach(pass);
    this.#tell({ type: 'mockhu:ready' });
  }

  /** Requests a token from the host page. @returns {Promise<string>} */
  token() {
    const id = (this.#lastAsked += 1);
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      this.#tell({ type: 'mockhu:token', id });
    });
  }

  /** @param {MessageEvent<Word>} event */
  #hear({ source, origin, data }) {
    if (source !== parent || origin !== this.#origin || typeof data !== 'object' || data === null) return;
    if (data.type === 'mockhu:token') this.#answer(data);
    else if (data.type === 'mockhu:theme') this.#dress(data);
    else if (data.type === 'mockhu:language') this.#messenger?.setLanguage(data.language ?? '');
    else if (data.type === 'mockhu:open') this.#messenger?.open(data);
    else if (data.type === 'mockhu:signout') this.#messenger?.signOut();
  }

  /** @param {Word} word */
  #answer({ id = 0, token, error }) {
    const waiting = this.#asked.get(id);
    this.#asked.delete(id);
    if (typeof token === 'string') waiting?.resolve(token);
    else waiting?.reject(new Error(error ?? 'The host page gave no token.'));
  }

  /** @param {Word} word */
  #dress({ mode, variables = {} }) {
    if (mode === 'light' || mode === 'dark') this.#messenger?.setTheme(mode);
    this.#messenger?.setVariables(variables);
  }

  /** @param {object} word */
  #tell(word) {
    parent.postMessage(word, this.#origin);
  }
}

/** @returns {string | null} */
function hostOrigin() {
  const wanted = new URLSearchParams(location.search).get('host');
  const meta = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name="mockhu-hosts"]'));
  const allowed = (meta?.content ?? '').split(' ').map((each) => (each === "'self'" ? location.origin : each));
  return window !== parent && wanted !== null && allowed.includes(wanted) ? wanted : null;
}
