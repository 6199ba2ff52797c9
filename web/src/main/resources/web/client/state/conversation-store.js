import { DmFailure } from '../server/failure.js';
import { MessageWindow } from './message-window.js';
import { again, unsentRecords } from '../send/outbox.js';
import { hasOlder, isUnread, unreadOf } from '../storage/records.js';
import { removal } from './removal.js';

const PAGE = 50;

/**
 * One conversation for views. Its values are derived from the cache. Its own state is only how far back
 * this tab has loaded messages.
 *
 * @typedef {import('../types.js').Message} Message
 * @typedef {import('../types.js').Failure} Failure
 */
export class ConversationStore {
  #parts;
  #window;
  /** @type {Set<string>} */
  #hidden = new Set();
  #loads = 0;
  /** @type {Promise<void> | null} */
  #opening = null;
  /** @type {DmFailure | null} */
  #failure = null;

  /** @param {string} id @param {import('../parts.js').Parts} parts */
  constructor(id, parts) {
    this.id = id;
    this.#parts = parts;
    this.#window = new MessageWindow();
  }

  get #record() {
    return this.#parts.cache.conversations.get(this.id);
  }

  /** @returns {'unknown' | 'known' | 'gone' | 'denied'} */
  get state() {
    if (this.#failure?.status === 404 || this.#failure?.status === 400) {
      return 'gone';
    }
    return this.#failure?.status === 403 ? 'denied' : this.#record?.other ? 'known' : 'unknown';
  }

  get other() {
    return this.#record?.other ?? null;
  }

  get isGroup() {
    return this.#record?.group ?? false;
  }

  get presence() {
    const { other } = this;
    return other ? this.#parts.people.presence(other.id) : { online: false, lastSeen: null };
  }

  get blocked() {
    return this.#record?.blocked ?? false;
  }

  get canWrite() {
    return this.state === 'known' && this.reason === null;
  }

  /** @returns {string | null} */
  get reason() {
    if (this.state === 'denied') {
      return String(this.#failure?.details.reason_code ?? this.#failure?.code);
    }
    return this.blocked ? 'recipient_blocked' : this.#record?.refusal ?? null;
  }

  get unread() {
    return this.#record ? unreadOf(this.#record) : 0;
  }

  /** @returns {number | null} */
  get firstUnreadSeq() {
    const first = this.#window.sorted.find(isUnread);
    return this.#record && this.#record.below > 0 ? this.#record.completeFromSeq : first?.seq ?? null;
  }

  /** @returns {Message[]} */
  get messages() {
    const { messages, cache } = this.#parts;
    const stored = this.#window.sorted.map((record) => messages.stored(record, this.#record));
    const keys = new Set(stored.map((each) => each.key));
    const unsent = cache.unsent(this.id)
      .filter((item) => !keys.has(item.key))
      .map((item) => this.#parts.unsentMessage(item));
    return [...stored, ...unsent].filter((each) => !this.#hidden.has(each.key));
  }

  get hasOlder() {
    const oldest = this.#window.oldest;
    const isAllHere = !oldest || !this.#record || this.#record.completeFromSeq === null || oldest.seq <= this.#record.completeFromSeq;
    return this.#record ? !isAllHere || hasOlder(this.#record) : false;
  }

  get loading() {
    return this.#loads > 0;
  }

  get loadError() {
    return this.#failure?.plain() ?? null;
  }

  get typing() {
    return this.#parts.live.isTyping(this.id);
  }

  get draft() {
    return this.#parts.cache.drafts.get(this.id) ?? '';
  }

  set draft(text) {
    this.#parts.drafts.set(this.id, text);
  }

  /** @returns {Promise<void>} */
  loadLatest() {
    return this.#load(async () => {
      this.#opening ??= this.#open();
      await this.#opening;
      if (!this.#record?.other) {
        await this.#parts.history.conversation(this.id);
      }
      if (this.#record?.completeFromSeq === null) {
        await this.#parts.history.latest(this.id);
      }
    });
  }

  /** Loads from disk. Later changes arrive through the cache. */
  async #open() {
    this.#parts.cache.windows.set(this.id, this.#window);
    await this.#fromDisk(Infinity);
  }

  /** @param {number} upper @returns {Promise<number>} how many there were */
  async #fromDisk(upper) {
    const [records, revision] = await this.#parts.store.read(async (work) => {
      const meta = await work.get('meta', 'revision');
      return [await lastPage(work, this.id, upper), meta?.value ?? 0];
    });
    if (records.length > 0) {
      this.#window.from = records.at(-1).seq;
      records.forEach((/** @type {any} */ each) => this.#window.put(each, revision));
    }
    return records.length;
  }

  /** @returns {Promise<void>} */
  loadOlder() {
    return this.#load(async () => {
      const oldest = this.#window.oldest;
      if (!oldest || (await this.#fromDisk(oldest.seq - 1)) > 0) {
        return;
      }
      if (this.#record && hasOlder(this.#record)) {
        this.#window.from = 0;
        await this.#parts.history.before(this.id, oldest.id);
      }
    });
  }

  /** @param {() => Promise<void>} task */
  async #load(task) {
    this.#loads += 1;
    this.#note();
    try {
      await task();
      this.#failure = null;
    } catch (error) {
      this.#failure = DmFailure.from(error);
    } finally {
      this.#loads -= 1;
      this.#note();
    }
  }

  /** @param {number} upToSeq */
  read(upToSeq) {
    if (this.unread > 0) {
      this.#parts.reading.read(this.id, upToSeq).catch(() => {});
    }
  }

  /** @param {{content?: string, files?: Blob[] | File[]}} written @returns {Message[]} */
  send(written) {
    const items = unsentRecords(this.id, written, this.#parts.limits.attachments);
    this.#parts.drafts.sent(this.id, items.some((item) => item.files.length > 0));
    this.#parts.typing.sent(this.id);
    this.#parts.enqueue(items);
    return items.map((item) => this.#parts.unsentMessage(item));
  }

  /** @param {string} key */
  retry(key) {
    const item = this.#parts.cache.outbox.get(key);
    if (item) {
      this.#parts.enqueue([again(item, item.order)]);
      this.#parts.hurry(this.id);
    }
  }

  /** @param {string} key */
  discard(key) {
    const item = this.#parts.cache.outbox.get(key);
    this.#parts.cache.outbox.delete(key);
    this.#note();
    this.#parts.store.commit(async (change) => change.removeUnsent(key)).then(() => {
      item?.files.forEach((file) => this.#parts.transfers.abort(file.id));
      this.#parts.hurry(this.id);
    }, () => {});
  }

  /** @param {string} key @param {boolean} forEveryone */
  remove(key, forEveryone) {
    const message = this.#window.sorted.find((each) => each.key === key);
    const path = `/v1/messages/${message?.id}?for=${forEveryone ? 'everyone' : 'me'}`;
    const show = () => {
      this.#hidden.delete(key);
      this.#note();
    };
    return removal({
      hide: () => {
        this.#hidden.add(key);
        this.#note();
      },
      show,
      remove: async () => {
        await this.#parts.api.call('DELETE', path, undefined, { keepalive: true });
        await this.#parts.removed(this.id, message?.id ?? '', forEveryone);
        show();
      },
    });
  }

  typingNow() {
    this.#parts.typing.now(this.id);
  }

  typingStopped() {
    this.#parts.typing.stopped(this.id);
  }

  #note() {
    this.#parts.changes.note('conversation', this.id);
  }
}

/** Returns the newest messages first. @param {import('../storage/database.js').Work} work @param {string} id @param {number} upper @returns {Promise<any[]>} */
function lastPage(work, id, upper) {
  return work.span('messages', { lower: [id, 0], upper: [id, upper], descending: true, limit: PAGE });
}
