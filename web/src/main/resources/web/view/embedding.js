/**
 * Embedding of this page: the host page supplies tokens and may set the theme. Communicates only with
 * the origin for which the frame was created, and only when the server's settings list it.
 *
 * @typedef {{type: string, id?: number, token?: string, error?: string, mode?: string, variables?: Record<string, string>}} Word
 */
const host = hostOrigin();

/** @type {Map<number, {resolve: (token: string) => void, reject: (error: Error) => void}>} */
const asked = new Map();
let lastAsked = 0;

/** Requests a token from the host page; undefined without one. */
export const hostTokens = host === null ? undefined : askHost;

if (host !== null) {
  addEventListener('message', hear);
  tell({ type: 'mockhu:ready' });
}

/** @param {number} count */
export function tellUnread(count) {
  if (host !== null) {
    tell({ type: 'mockhu:unread', count });
  }
}

/** @returns {Promise<string>} */
function askHost() {
  const id = (lastAsked += 1);
  return new Promise((resolve, reject) => {
    asked.set(id, { resolve, reject });
    tell({ type: 'mockhu:token', id });
  });
}

/** @param {MessageEvent<Word>} event */
function hear({ source, origin, data }) {
  if (source !== parent || origin !== host || typeof data !== 'object' || data === null) {
    return;
  }
  if (data.type === 'mockhu:token') {
    answer(data);
  } else if (data.type === 'mockhu:theme') {
    dress(data);
  }
}

/** @param {Word} word */
function answer({ id = 0, token, error }) {
  const waiting = asked.get(id);
  asked.delete(id);
  if (typeof token === 'string') {
    waiting?.resolve(token);
  } else {
    waiting?.reject(new Error(error ?? 'The host page gave no token.'));
  }
}

/** Accepts only CSS variables, which change the appearance but not the content. @param {Word} word */
function dress({ mode, variables = {} }) {
  const { style, dataset } = document.documentElement;
  if (mode === 'light' || mode === 'dark') {
    dataset.theme = mode;
  }
  for (const [name, value] of Object.entries(variables)) {
    if (name.startsWith('--')) {
      style.setProperty(name, String(value));
    }
  }
}

/** @param {object} word */
function tell(word) {
  parent.postMessage(word, /** @type {string} */ (host));
}

/** @returns {string | null} */
function hostOrigin() {
  const wanted = new URLSearchParams(location.search).get('host');
  const meta = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name="mockhu-hosts"]'));
  const allowed = (meta?.content ?? '').split(' ').map((each) => (each === "'self'" ? location.origin : each));
  return window !== parent && wanted !== null && allowed.includes(wanted) ? wanted : null;
}
