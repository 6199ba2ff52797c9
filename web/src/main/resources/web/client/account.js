import { authenticate, HostSession, KeptSession } from './session.js';

/**
 * Who uses this browser: signing in and out, for all tabs together. What is kept belongs to one
 * person; somebody else's coming removes it.
 *
 * @typedef {import('./types.js').Session} Session
 *
 * @typedef {object} AccountParts
 * @property {import('./database.js').BrowserDatabase} database
 * @property {import('./locks.js').Locks} locks
 * @property {import('./tabs.js').Tabs} tabs
 * @property {import('./ledger.js').Ledger} ledger
 * @property {import('./replica.js').Replica} replica
 * @property {import('./journal.js').Journal} journal
 * @property {string} base
 * @property {(() => Promise<string>) | undefined} bring
 * @property {() => void} changed  read `state` anew
 */
export class Account {
  #parts;
  #session;
  /** @type {Session['state']} */
  state = 'unknown';
  /** The operator has shut this person out. */
  #isDisabled = false;

  /** @param {AccountParts} parts */
  constructor(parts) {
    this.#parts = parts;
    const ended = (/** @type {string} */ code) => this.expire(code);
    this.#session = parts.bring
      ? new HostSession(parts.bring)
      : new KeptSession(parts.database, parts.locks, parts.base, ended);
    parts.tabs.on('session', (/** @type {Session['state']} */ state) => this.#follow(state));
  }

  /** @returns {Session} */
  get session() {
    const tokens = this.#parts.bring ? 'host' : 'builtin';
    const disabled = this.state === 'expired' && this.#isDisabled;
    return { state: this.state, user: this.#parts.replica.meta.user ?? null, tokens, disabled };
  }

  /** @param {string | null} stale */
  token = (stale) => this.#session.token(stale);

  /** What was kept by an earlier visit. */
  async open() {
    if (this.#parts.journal.isLeaving) {
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

  /** Nothing is shown before it is known whose it is. @param {HostSession} session */
  async #openForHost(session) {
    const id = subject(await session.token(null));
    const { ledger, database } = this.#parts;
    const kept = await database.run('readonly', async (work) => (await work.get('meta', 'me'))?.value);
    if (kept !== id) {
      await ledger.wipe();
      await ledger.begin({ id, username: '', full_name: '', avatar_url: null });
    }
    await this.#load();
    this.#set('in');
  }

  /** @param {'login' | 'register'} how @param {object} body */
  async enter(how, body) {
    const { base, ledger, replica, journal, tabs } = this.#parts;
    const kept = await authenticate(base, how, body);
    if (replica.meta.me !== kept.user.id || journal.isLeaving) {
      await ledger.wipe();
      journal.strikeLeaving();
      replica.clear();
    }
    await ledger.begin(kept.user);
    await /** @type {KeptSession} */ (this.#session).keep(kept);
    await this.#load();
    this.#set('in');
    tabs.tell('session', 'in');
  }

  async leave() {
    this.#set('out');
    // The page may be closed before the database has heard of it.
    this.#parts.journal.noteLeaving();
    // Where the database does not do it now, the next opening does.
    const tellServer = await this.#clear().catch(() => async () => {});
    this.#parts.tabs.tell('session', 'out');
    await tellServer();
  }

  /** Nothing of them stays behind. @returns {Promise<() => Promise<void>>} what tells the server */
  async #clear() {
    const { ledger, replica, journal } = this.#parts;
    const tellServer = await this.#session.ending();
    await ledger.wipe();
    journal.strikeLeaving();
    replica.clear();
    return tellServer;
  }

  /** The session cannot be continued; what is kept waits for the same person. @param {string} code */
  expire(code) {
    if (this.state === 'in') {
      this.#isDisabled = code === 'account_disabled';
      this.#set('expired');
      this.#parts.tabs.tell('session', 'expired');
    }
  }

  /** Another tab has done it. @param {Session['state']} state */
  async #follow(state) {
    if (state === 'out') {
      this.#parts.ledger.me = '';
    }
    if (state !== 'expired') {
      this.#parts.replica.clear();
      await this.#load();
    }
    this.#set(state);
  }

  async #load() {
    const { ledger, replica } = this.#parts;
    await ledger.read((work) => replica.load(work));
    ledger.me = replica.meta.me ?? '';
  }

  /** @param {Session['state']} state */
  #set(state) {
    this.state = state;
    this.#parts.changed();
  }
}

/** Whose token it is; the server has the last word on whether it is good. @param {string} token @returns {string} */
function subject(token) {
  const part = token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
  return JSON.parse(atob(part)).sub;
}
