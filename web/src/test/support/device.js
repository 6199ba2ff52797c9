import { Api } from '../../main/resources/web/client/server/api.js';
import { Cache } from '../../main/resources/web/client/storage/cache.js';
import { Changes } from '../../main/resources/web/client/state/changes.js';
import { Connection } from '../../main/resources/web/client/connection/connection.js';
import { MemoryDatabase } from '../../main/resources/web/client/storage/memory-database.js';
import { Limits } from '../../main/resources/web/client/server/limits.js';
import { unsentRecords } from '../../main/resources/web/client/send/outbox.js';
import { Sender } from '../../main/resources/web/client/send/sender.js';
import { Store } from '../../main/resources/web/client/state/store.js';
import { Sync } from '../../main/resources/web/client/state/sync.js';
import { chat, me } from './fake-server.js';

/** The only tab of a browser: nobody else to tell. */
const tabs = { on() {}, tell() {}, ask() {} };
const transfers = { abortAll() {}, run: () => Promise.reject(new Error('no files here')) };

/** Alice's browser without its views: the parts of the library around one store in memory. */
export class Device {
  states = [];
  heard = [];
  sending = [];
  database = new MemoryDatabase();
  cache = new Cache(new Changes(new EventTarget()));
  store = new Store(this.database, tabs, (changed, isOwn) => this.cache.apply(changed, isOwn));
  api = new Api('', async () => 'token');
  sync = new Sync(this.api, this.store, this.cache);
  limits = new Limits('', 'test', () => this.heard.push('limits'));
  sender = new Sender(this.api, this.store, this.cache, transfers, this.limits, (key, id, is) => this.sending.push(is));
  connection = new Connection(this.api, async () => 'token', this.sync, {
    state: (state) => this.states.push(state),
    live: (frame) => this.heard.push(frame),
    online: () => this.heard.push('online'),
    gone: () => this.heard.push('gone'),
    unauthorized: (code) => this.heard.push(code),
  });

  static async ofAlice() {
    const device = new Device();
    await device.store.begin(me);
    return device;
  }

  /** Puts a text into the outbox, as the composer does. */
  async writes(content, conversation = chat) {
    const items = unsentRecords(conversation, { content }, 5);
    await this.store.commit(async (change) => items.forEach((each) => change.saveUnsent(each)));
    this.sender.wake();
    return items[0].key;
  }

  commit(write) {
    return this.store.commit(write);
  }

  stored(conversation = chat) {
    return this.database.run('readonly', (work) =>
      work.span('messages', { lower: [conversation, 0], upper: [conversation, Infinity] }));
  }

  async contents(conversation = chat) {
    return (await this.stored(conversation)).map((each) => each.content);
  }

  conversation(id = chat) {
    return this.cache.conversations.get(id);
  }

  unread(id = chat) {
    const { above, below } = this.conversation(id);
    return above + below;
  }
}

/** Waits for a condition; `setImmediate` goes on while timers are held. */
export async function until(condition) {
  for (let turn = 0; turn < 10_000; turn += 1) {
    if (await condition()) return;
    await new Promise(setImmediate);
  }
  throw new Error(`Never: ${condition}`);
}

/** Lets everything run that waits for no timer. */
export async function rest() {
  for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
}
