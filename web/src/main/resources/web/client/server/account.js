import { Backoff } from '../connection/backoff.js';
import { authenticate, HostSession, KeptSession } from './session.js';

/**
 * The account of this browser: sign-in and sign-out for all tabs. Stored data belongs to one person.
 * Signing in as another person deletes it.
 *
 * @typedef {import('../types.js').Session} Session
 *
 * @typedef {object} AccountParts
 * @property {import('../storage/database.js').BrowserDatabase} database
 * @property {import('../connection/locks.js').Locks} locks
 * @property {import('../connection/tabs.js').Tabs} tabs
 * @property {import('../state/store.js').Store} store
 * @property {import('../storage/cache.js').Cache} cache
 * @property {import('../storage/unflushed-writes.js').UnflushedWrites} unflushedWrites
 * @property {string} base
 * @property {(() => Promise<string>) | undefined} bring
 * @property {() => void} changed  read `state` anew
 */
export class Account {
  #parts;
  #session;
  /** @type {Session['state']} */
  state = 'unknown';
  /** The operator disabled the account. */
  #isDisabled = false;
  #isClosed = false;

  /** @param {AccountParts} parts */
  constructor(parts) {
    this.#parts = parts;
    const ended = (/** @type {string} */ code) => this.expire(code);
    this.#session = parts.bring
      ? new HostSession(parts.bring, () => parts.changed())
      : new KeptSession(parts.database, parts.locks, parts.base, ended);
    parts.tabs.on('session', (/** @type {Session['state']} */ state) => this.#follow(state));
  }

  /** @returns {Session} */
  get session() {
    const tokens = this.#parts.bring ? 'host' : 'builtin';
    const disabled = this.state === 'expired' && this.#isDisabled;
    const problem = this.#session instanceof HostSession ? (this.#session.problem?.plain() ?? null) : null;
    return { state: this.state, user: this.#parts.cache.meta.user ?? null, tokens, disabled, problem };
  }

  /** @param {string | null} stale */
  token = (stale) => this.#session.token(stale);

  /** Restores the session of an earlier visit. */
  async open() {
    if (this.#parts.unflushedWrites.isLeaving) {
      const tellServer = await this.#clear();
      tellServer();
    }
    if (this.#session instanceof HostSession) {
      await this.#openForHost(this.#session);
    } else {
      const kept = await this.#session.read();
      await this.#load();
      this.#set(kept === null ? 'out' : kept.refreshToken === null ? 'expired' : 'in');
    }
  }

  /** Stored data is shown only after its owner is known. @param {HostSession} session */
  async #openForHost(session) {
    const token = await this.#firstToken(session);
    if (token === null) {
      return;
    }
    const id = subject(token);
    const { store, database } = this.#parts;
    const kept = await database.run('readonly', async (work) => (await work.get('meta', 'me'))?.value);
    if (kept !== id) {
      await store.wipe();
      await store.begin({ id, username: '', full_name: '', avatar_url: null });
    }
    await this.#load();
    this.#set('in');
  }

  /** Asks the host application until it gives a token. @param {HostSession} session @returns {Promise<string | null>} */
  async #firstToken(session) {
    const backoff = new Backoff();
    while (!this.#isClosed) {
      try {
        return await session.token(null);
      } catch {
        await new Promise((resolve) => setTimeout(resolve, backoff.next()));
      }
    }
    return null;
  }

  close() {
    this.#isClosed = true;
  }

  /** @param {'login' | 'register'} how @param {object} body */
  async enter(how, body) {
    const { base, store, cache, unflushedWrites, tabs } = this.#parts;
    const kept = await authenticate(base, how, body);
    if (cache.meta.me !== kept.user.id || unflushedWrites.isLeaving) {
      await store.wipe();
      unflushedWrites.strikeLeaving();
      cache.clear();
    }
    await store.begin(kept.user);
    await /** @type {KeptSession} */ (this.#session).keep(kept);
    await this.#load();
    this.#set('in');
    tabs.tell('session', 'in');
  }

  async leave() {
    this.#set('out');
    // The page may close before the database has stored this.
    this.#parts.unflushedWrites.noteLeaving();
    // If the database does not delete it now, the next opening does.
    const tellServer = await this.#clear().catch(() => async () => {});
    this.#parts.tabs.tell('session', 'out');
    await tellServer();
  }

  /** Deletes all stored data. @returns {Promise<() => Promise<void>>} reports the sign-out to the server */
  async #clear() {
    const { store, cache, unflushedWrites } = this.#parts;
    const tellServer = await this.#session.ending();
    await store.wipe();
    unflushedWrites.strikeLeaving();
    cache.clear();
    return tellServer;
  }

  /** The session has ended. Stored data is kept for the same person. @param {string} code */
  expire(code) {
    if (this.state === 'in') {
      this.#isDisabled = code === 'account_disabled';
      this.#set('expired');
      this.#parts.tabs.tell('session', 'expired');
    }
  }

  /** Another tab changed the session. @param {Session['state']} state */
  async #follow(state) {
    if (state === 'out') {
      this.#parts.store.me = '';
    }
    if (state !== 'expired') {
      this.#parts.cache.clear();
      await this.#load();
    }
    this.#set(state);
  }

  async #load() {
    const { store, cache } = this.#parts;
    await store.read((work) => cache.load(work));
    store.me = cache.meta.me ?? '';
  }

  /** @param {Session['state']} state */
  #set(state) {
    this.state = state;
    this.#parts.changed();
  }
}

/** Reads the user id from a token. The server validates the token. @param {string} token @returns {string} */
function subject(token) {
  const part = token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
  return JSON.parse(atob(part)).sub;
}
