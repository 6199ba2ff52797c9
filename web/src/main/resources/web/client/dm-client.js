import { Account } from './server/account.js';
import { Api } from './server/api.js';
import { applyFrame } from './state/apply.js';
import { Changes } from './state/changes.js';
import { Connection } from './connection/connection.js';
import { ConversationStore } from './state/conversation-store.js';
import { BrowserDatabase } from './storage/database.js';
import { Drafts } from './state/drafts.js';
import { DmFailure } from './server/failure.js';
import { Files } from './send/files.js';
import { History } from './state/history.js';
import { Inbox } from './state/inbox.js';
import { UnflushedWrites } from './storage/unflushed-writes.js';
import { OverdueSends } from './send/overdue-sends.js';
import { Leader } from './connection/leader.js';
import { Store } from './state/store.js';
import { Limits } from './server/limits.js';
import { Live } from './connection/live.js';
import { Locks } from './connection/locks.js';
import { Messages } from './state/messages.js';
import { People } from './state/people.js';
import { Reading } from './state/reading.js';
import { Cache } from './storage/cache.js';
import { Sender } from './send/sender.js';
import { SettingsStore } from './state/settings-store.js';
import { Sync } from './state/sync.js';
import { Tabs } from './connection/tabs.js';
import { Transfers } from './send/transfers.js';
import { Typing } from './typing.js';
import { Uploads } from './send/uploads.js';
import { Watching } from './watching.js';

export { tokenFrom } from './server/token-route.js';

/**
 * Mockhu DM for browsers: the data of a messenger, stored on disk, shared by all tabs and kept up to
 * date. Connects the parts of the client. Contains no presentation.
 *
 * Fires `change` (detail: `ChangeDetail`) and, in the tab that leads, `message` (detail: `Arrival`).
 *
 * @typedef {import('./types.js').DmClientOptions} DmClientOptions
 * @typedef {import('./types.js').Connection} State
 * @typedef {import('./types.js').DmClientShape} DmClientShape
 * @implements {DmClientShape}
 */
export class DmClient extends EventTarget {
  #changes = new Changes(this);
  #cache = new Cache(this.#changes);
  #messages = new Messages();
  /** @type {Map<string, ConversationStore>} */
  #conversations = new Map();
  /** @type {Set<string>} */
  #sending = new Set();
  /** @type {State} */
  #state = { state: 'connecting', since: Date.now(), transport: 'socket', retryAt: null, reason: null };

  /** @param {DmClientOptions} [options] */
  constructor({ base = '', name = 'dm', tokens } = {}) {
    super();
    this.name = name;
    this.base = base;
    const changes = this.#changes;
    const cache = this.#cache;
    const limits = (this.limits = new Limits(base, name, () => changes.note('settings')));
    this.#unflushedWrites = new UnflushedWrites(name);
    const database = (this.#database = new BrowserDatabase(name));
    const locks = new Locks(name, database);
    const tabs = (this.#tabs = new Tabs(name, locks, database));
    const store = new Store(database, tabs, (changed, isOwn) => this.#changed(changed, isOwn));
    const changed = () => this.#sessionChanged();
    this.#account = new Account({
      database, locks, tabs, store, cache, unflushedWrites: this.#unflushedWrites, base, bring: tokens, changed,
    });
    const api = new Api(base, this.#account.token);
    const live = (this.#live = new Live(tabs, changes, limits));
    const sync = new Sync(api, store, cache);
    const connection = (this.#connection = new Connection(api, this.#account.token, sync, {
      state: (state) => this.#setState(state),
      live: (frame) => live.receive(frame),
      online: () => {
        limits.load();
        this.#leader.online();
      },
      gone: () => this.#gone(api),
      unauthorized: (code) => this.#account.expire(code),
    }));
    const transfers = new Transfers(api, tabs, changes);
    this.#overdueSends = new OverdueSends(cache, transfers, changes);
    const history = new History(api, store);
    const reading = new Reading(api, store, cache);
    const watching = new Watching(connection, cache, limits);
    const sender = new Sender(api, store, cache, transfers, limits, (key, id, isSending) => {
      this.#noteSending(key, id, isSending);
      tabs.tell('sending', { key, id, isSending });
    });
    this.settings = new SettingsStore(api, store, cache, changes);
    this.people = new People(api, cache, live, tabs);
    this.files = new Files(api);
    this.uploads = new Uploads(store, cache, transfers);
    tabs.on('hurry', (id) => this.#hurry(sender, id));
    this.#drafts = new Drafts(store, cache, changes, this.#unflushedWrites);
    this.#leader = new Leader({
      tabs, connection, sender, reading, history, watching, settings: this.settings, cache,
    });
    this.#parts = {
      api, store, cache, changes, live, history, limits, reading, transfers,
      drafts: this.#drafts,
      typing: new Typing(tabs, limits),
      messages: this.#messages,
      people: this.people,
      enqueue: (items) => this.#enqueue(items),
      unsentMessage: (item) => this.#unsentMessage(item),
      hurry: (id) => tabs.ask('hurry', id),
      removed: (_, id, everyone) => store.commit((change) => applyFrame(change, {
        type: 'message_deleted', data: { message_id: id, for: everyone ? 'everyone' : 'me' },
      })),
    };
    this.inbox = new Inbox(this.#parts);
    this.#listen(watching);
  }

  #database;
  #unflushedWrites;
  #overdueSends;
  #tabs;
  #account;
  #live;
  #connection;
  #drafts;
  #leader;
  /** @type {import('./parts.js').Parts} */
  #parts;
  /** @type {AbortController} */
  #closed = new AbortController();

  get session() {
    return this.#account.session;
  }

  get connection() {
    return this.#state;
  }

  /** @returns {'kept' | 'memory'} */
  get storage() {
    return this.#database.isKept ? 'kept' : 'memory';
  }

  get unsaved() {
    return !this.#database.isKept && this.#cache.outbox.size > 0;
  }

  get leads() {
    return this.#tabs.leads;
  }

  /** @param {string} id @returns {ConversationStore} */
  conversation(id) {
    const known = this.#conversations.get(id) ?? new ConversationStore(id, this.#parts);
    this.#conversations.set(id, known);
    return known;
  }

  async open() {
    this.limits.load();
    await this.#account.open();
    await this.#recover();
    this.#tabs.whenLeading(() => this.#sessionChanged(), () => this.#leader.stop());
    this.#tabs.tell('greet');
  }

  /** Restores writes that an earlier page could not store. */
  async #recover() {
    const { drafts, unsent } = this.#unflushedWrites.read();
    const items = Object.values(unsent).filter((item) => !this.#cache.outbox.has(item.key));
    if (this.#account.state === 'out' || Object.keys(drafts).length + items.length === 0) {
      return;
    }
    const written = Object.entries(drafts);
    // Runs before the first drawing, so that no empty field replaces a draft.
    written.forEach(([id, text]) => this.#cache.drafts.set(id, text));
    await this.#parts.store.commit(async (change) => {
      items.forEach((item) => change.saveUnsent(item));
      written.forEach(([id, text]) => change.saveDraft(id, text));
    });
    Object.keys(unsent).forEach((key) => this.#unflushedWrites.strike('unsent', key));
    // Drafts changed in the meantime are not on disk yet.
    written.filter(([id, text]) => this.#cache.drafts.get(id) === text)
      .forEach(([id]) => this.#unflushedWrites.strike('drafts', id));
  }

  close() {
    this.#drafts.keepAll();
    this.#account.close();
    this.#leader.stop();
    this.#closed.abort();
    this.#tabs.close();
  }

  reconnect() {
    this.#tabs.ask('reconnect');
  }

  /** @param {{username: string, password: string}} who */
  signIn(who) {
    return this.#account.enter('login', who);
  }

  /** @param {{username: string, fullName: string, password: string}} who */
  signUp({ username, fullName, password }) {
    return this.#account.enter('register', { username, full_name: fullName, password });
  }

  signOut() {
    return this.#account.leave();
  }

  /** Unsent messages are kept for a disabled account and deleted with a deleted one. @param {Api} api */
  async #gone(api) {
    const failure = await api.get('/v1/users/me').then(() => null, DmFailure.from);
    if (failure?.code === 'unauthorized') {
      await this.#account.leave();
    } else {
      this.#account.expire(failure?.code ?? 'unauthorized');
    }
  }

  /** @param {Watching} watching */
  #listen(watching) {
    const tabs = this.#tabs;
    tabs.on('frame', (frame) => tabs.leads && this.#connection.send(frame));
    tabs.on('watch', (ids) => tabs.leads && watching.want(ids));
    tabs.on('wake', () => this.#leader.wake());
    tabs.on('reconnect', () => this.#leader.restart());
    tabs.on('connection', (state) => this.#show(state));
    tabs.on('sending', ({ key, id, isSending }) => this.#noteSending(key, id, isSending));
    tabs.on('greet', () => this.#greet());
    const { signal } = this.#closed;
    addEventListener('online', () => tabs.ask('wake'), { signal });
    addEventListener('offline', () => tabs.ask('reconnect'), { signal });
    addEventListener('online', () => this.#overdueSends.lookAtAll(), { signal });
    addEventListener('offline', () => this.#overdueSends.lookAtAll(), { signal });
    addEventListener('pageshow', () => tabs.ask('wake'), { signal });
    addEventListener('visibilitychange', () => globalThis.document?.hidden || tabs.ask('wake'), { signal });
  }

  /** A new tab opened: send it the live state of this tab. */
  #greet() {
    if (this.#tabs.leads) {
      this.#tabs.tell('connection', this.#state);
      this.#live.tellAll();
    }
  }

  #sessionChanged() {
    if (this.#account.state === 'in') {
      this.#leader.start();
    } else {
      this.#leader.stop();
    }
    if (this.#account.state === 'out') {
      this.#conversations.clear();
      this.#drafts.forget();
      this.#unflushedWrites.clear();
      this.#live.forget();
      this.files.forget();
    }
    this.#changes.note('session');
    this.#changes.note('inbox');
  }

  /** @param {Partial<State>} change */
  #setState(change) {
    const isOther = change.state !== undefined && change.state !== this.#state.state;
    const isFirst = change.state === 'reconnecting' && this.#state.state === 'connecting';
    if (isFirst) {
      change = { ...change, state: 'connecting' };
    }
    const since = isOther && !isFirst ? Date.now() : this.#state.since;
    this.#show({ ...this.#state, ...change, since });
    this.#tabs.tell('connection', this.#state);
  }

  /** @param {State} state */
  #show(state) {
    this.#state = state;
    this.#changes.note('connection');
  }

  /** @param {import('./state/change.js').Changed} changed @param {boolean} isOwn */
  #changed(changed, isOwn) {
    this.#cache.apply(changed, isOwn);
    this.inbox.refresh();
    changed.arrived.forEach((message) => this.#live.stopTyping(message.conversationId));
    this.#leader.changed(changed);
    if (this.#tabs.leads) {
      this.#announce(changed.arrived);
    }
  }

  /** @param {import('./storage/records.js').MessageRecord[]} arrived */
  #announce(arrived) {
    for (const record of arrived) {
      const conversation = this.inbox.items.find((each) => each.id === record.conversationId);
      if (conversation) {
        const message = this.#messages.stored(record, undefined);
        this.dispatchEvent(new CustomEvent('message', { detail: { conversation, message } }));
      }
    }
  }

  /** @param {import('./send/outbox.js').UnsentRecord[]} items */
  #enqueue(items) {
    for (const item of items) {
      if (item.files.length === 0) {
        this.#unflushedWrites.note('unsent', item.key, item);
      }
      this.#cache.outbox.set(item.key, item);
      this.#changes.note('conversation', item.conversationId);
    }
    this.#changes.note('inbox');
    // Empty after sending a draft. Retrying an old message keeps a newer draft.
    const written = items.map(({ conversationId }) => this.#cache.drafts.get(conversationId) ?? '');
    this.#parts.store.commit(async (change) => {
      items.forEach((item, i) => {
        change.saveUnsent(item);
        change.saveDraft(item.conversationId, written[i] ?? '');
      });
    })
      .then(() => items.forEach((item) => this.#kept(item)))
      .catch(() => items.forEach((item) => this.#notKept(item)));
  }

  /** @param {import('./send/outbox.js').UnsentRecord} item */
  #kept(item) {
    this.#unflushedWrites.strike('unsent', item.key);
    this.#drafts.gone(item.conversationId);
  }

  /** A message that cannot be stored is shown as failed. @param {import('./send/outbox.js').UnsentRecord} item */
  #notKept(item) {
    const error = {
      code: 'storage', message: 'This browser could not keep the message.',
      status: 0, retryAfter: null, requestId: null, details: {},
    };
    this.#cache.outbox.set(item.key, { ...item, state: 'failed', error });
    this.#changes.note('conversation', item.conversationId);
  }

  /** @param {import('./send/outbox.js').UnsentRecord} item */
  #unsentMessage(item) {
    const isSending = item.state === 'waiting' && this.#sending.has(item.key);
    const shown = isSending ? { ...item, state: /** @type {const} */ ('sending') } : item;
    return this.#messages.unsent(shown, this.uploads.of(item), this.#overdueSends.isLate(item));
  }

  /** Called in the leading tab. @param {Sender} sender @param {string} conversationId */
  #hurry(sender, conversationId) {
    if (this.#tabs.leads) {
      sender.hurry(conversationId);
      this.#leader.wake();
    }
  }

  /** @param {string} key @param {string} conversationId @param {boolean} isSending */
  #noteSending(key, conversationId, isSending) {
    if (isSending) {
      this.#sending.add(key);
    } else {
      this.#sending.delete(key);
    }
    this.#changes.note('conversation', conversationId);
  }
}
