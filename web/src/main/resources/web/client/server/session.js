import { DmFailure } from './failure.js';
import { checkedToken } from './token-route.js';

/** A token this close to its expiry is replaced before use. */
const MARGIN = 30_000;

/**
 * The signed-in person and their tokens. Tokens are read from the browser's database each time, because
 * another tab may have replaced them.
 *
 * A refresh token works once, and a second use ends the whole session. So one tab refreshes at a time,
 * and the next tab first checks whether the token was already replaced. The request continues after the
 * page closes, because a lost response would lose the session.
 *
 * @typedef {{user: import('../types.js').User, accessToken: string, refreshToken: string | null, expiresAt: number}} Kept
 */
export class KeptSession {
  #database;
  #locks;
  #base;
  #ended;

  /**
   * @param {import('../storage/database.js').Database} database
   * @param {import('../connection/locks.js').Locks} locks
   * @param {string} base
   * @param {(code: string) => void} ended  the session cannot be continued, and why
   */
  constructor(database, locks, base, ended) {
    this.#database = database;
    this.#locks = locks;
    this.#base = base;
    this.#ended = ended;
  }

  /** @returns {Promise<Kept | null>} */
  read() {
    return this.#database.run('readonly', async (work) => (await work.get('meta', 'session'))?.value ?? null);
  }

  /** @param {Kept} value */
  keep(value) {
    return this.#database.run('readwrite', async (work) => work.put('meta', { name: 'session', value }));
  }

  /**
   * @param {string | null} stale  a token that was refused
   * @returns {Promise<string>}
   */
  async token(stale) {
    const kept = await this.read();
    return good(kept, stale) ?? (await this.#locks.alone('refresh', () => this.#refreshed(stale)));
  }

  /** @param {string | null} stale @returns {Promise<string>} */
  async #refreshed(stale) {
    const kept = await this.read();
    const known = good(kept, stale);
    if (known !== null) {
      return known;
    }
    if (!kept?.refreshToken) {
      this.#ended('unauthorized');
      throw new DmFailure({ code: 'unauthorized', status: 401, message: 'Nobody is signed in.' });
    }
    try {
      const fresh = await authenticate(this.#base, 'refresh', { refresh_token: kept.refreshToken });
      await this.#replace(kept, fresh);
      return fresh.accessToken;
    } catch (error) {
      if (error instanceof DmFailure && error.status === 401) {
        // A disabled account does not consume the token: it works again once the account is enabled.
        if (error.code !== 'account_disabled') {
          await this.#replace(kept, { ...kept, refreshToken: null, expiresAt: 0 });
        }
        this.#ended(error.code);
      }
      throw error;
    }
  }

  /** A sign-out in the meantime takes precedence. @param {Kept} old @param {Kept} fresh */
  #replace(old, fresh) {
    return this.#database.run('readwrite', async (work) => {
      const kept = (await work.get('meta', 'session'))?.value;
      if (kept?.refreshToken === old.refreshToken) {
        work.put('meta', { name: 'session', value: fresh });
      }
    });
  }

  /** @returns {Promise<() => Promise<void>>} what tells the server, as far as it can be reached */
  async ending() {
    const kept = await this.read();
    return async () => {
      if (kept) {
        const body = kept.refreshToken === null ? {} : { refresh_token: kept.refreshToken };
        await request(this.#base, 'logout', body, kept.accessToken).catch(() => {});
      }
    };
  }
}

/** A host application that does not answer within this time has failed. */
const HOST_PATIENCE = 20_000;

/**
 * Tokens supplied by the host application. Its route may fail, or answer with a sign-in page: that is a
 * passing problem of the host, not the end of the session, so whoever needs a token tries again later.
 */
export class HostSession {
  #bring;
  #changed;
  /** @type {string | null} */
  #token = null;
  /** @type {Promise<string> | null} */
  #asked = null;
  /** @type {DmFailure | null} */
  problem = null;

  /** @param {() => Promise<string>} bring @param {() => void} changed  read `problem` anew */
  constructor(bring, changed) {
    this.#bring = bring;
    this.#changed = changed;
  }

  /** @param {string | null} stale @returns {Promise<string>} */
  async token(stale) {
    if (this.#token !== null && this.#token !== stale) {
      return this.#token;
    }
    this.#asked ??= this.#ask().finally(() => {
      this.#asked = null;
    });
    return this.#asked;
  }

  async #ask() {
    try {
      this.#token = checkedToken(await inTime(this.#bring()));
      this.#note(null);
      return this.#token;
    } catch (error) {
      const failure = new DmFailure({ code: 'token_route', message: String(error) });
      this.#note(failure);
      throw failure;
    }
  }

  /** @param {DmFailure | null} problem */
  #note(problem) {
    if (this.problem !== problem) {
      this.problem = problem;
      this.#changed();
    }
  }

  /** The host application ends its own session. @returns {Promise<() => Promise<void>>} */
  async ending() {
    this.#token = null;
    return async () => {};
  }
}

/** @param {Promise<string>} answer @returns {Promise<string>} */
function inTime(answer) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The host application gave no answer.')), HOST_PATIENCE);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * @param {string} base
 * @param {'login' | 'register' | 'refresh'} how
 * @param {object} body
 * @returns {Promise<Kept>}
 */
export async function authenticate(base, how, body) {
  const data = await request(base, how, body, null);
  return {
    user: data.user,
    accessToken: data.access_token,
    refreshToken: data.refresh_token,
    expiresAt: Date.now() + data.expires_in * 1000,
  };
}

/** @param {string} base @param {string} how @param {object} body @param {string | null} token */
async function request(base, how, body, token) {
  /** @type {Record<string, string>} */
  const headers = { 'Content-Type': 'application/json' };
  if (token !== null) {
    headers.Authorization = `Bearer ${token}`;
  }
  let answer;
  let text;
  try {
    answer = await fetch(`${base}/v1/auth/${how}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      keepalive: true,
      credentials: 'omit',
    });
    text = await answer.text();
  } catch {
    throw DmFailure.network();
  }
  if (!answer.ok) {
    throw DmFailure.of(answer.status, text, (name) => answer.headers.get(name));
  }
  return JSON.parse(text).data;
}

/** @param {Kept | null} kept @param {string | null} stale @returns {string | null} */
function good(kept, stale) {
  const isGood = kept !== null && kept.accessToken !== stale && kept.expiresAt - MARGIN > Date.now();
  return isGood ? kept.accessToken : null;
}
