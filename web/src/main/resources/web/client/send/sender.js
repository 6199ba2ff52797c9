import { applyMessage } from '../state/apply.js';
import { DmFailure } from '../server/failure.js';
import { Lane } from '../connection/lane.js';

/** Of the time for which the server keeps an unsent upload. After this part of it the upload is repeated. */
const UPLOAD_LASTS = 0.8;

/**
 * Sends the outbox in the leading tab: messages of one conversation one after the other in the order of
 * writing, conversations in parallel. A refused message waits for the user. A message without a reply
 * is sent again under the same id.
 *
 * @typedef {import('./outbox.js').UnsentRecord} UnsentRecord
 * @typedef {import('./outbox.js').UnsentFile} UnsentFile
 */
export class Sender {
  #api;
  #store;
  #cache;
  #transfers;
  #limits;
  #sending;
  /** @type {Map<string, Lane>} */
  #lanes = new Map();
  #isStopped = true;

  /**
   * @param {import('../server/api.js').Api} api
   * @param {import('../state/store.js').Store} store
   * @param {import('../storage/cache.js').Cache} cache
   * @param {import('./transfers.js').Transfers} transfers
   * @param {import('../types.js').Limits} limits
   * @param {(key: string, conversationId: string, isSending: boolean) => void} sending
   */
  constructor(api, store, cache, transfers, limits, sending) {
    this.#api = api;
    this.#store = store;
    this.#cache = cache;
    this.#transfers = transfers;
    this.#limits = limits;
    this.#sending = sending;
  }

  start() {
    this.#isStopped = false;
    this.wake();
  }

  stop() {
    this.#isStopped = true;
    this.#lanes.forEach((lane) => lane.hurry());
    this.#transfers.abortAll();
  }

  /** A message was added, or the network is back. */
  wake() {
    if (this.#isStopped) {
      return;
    }
    this.#lanes.forEach((lane) => lane.wake());
    for (const { conversationId, state } of this.#cache.outbox.values()) {
      if (state === 'waiting' && !this.#lanes.has(conversationId)) {
        this.#empty(conversationId);
      }
    }
  }

  /** The user retries or cancels a send. @param {string} conversationId */
  hurry(conversationId) {
    this.#lanes.get(conversationId)?.hurry();
  }

  /** @param {string} conversationId */
  async #empty(conversationId) {
    const lane = new Lane();
    this.#lanes.set(conversationId, lane);
    let item;
    while (!this.#isStopped && (item = this.#next(conversationId))) {
      const failure = await this.#attempt(item, lane);
      if (!this.#isStopped) {
        await lane.rest(failure);
      }
    }
    this.#lanes.delete(conversationId);
  }

  /** @param {string} conversationId */
  #next(conversationId) {
    return this.#cache.unsent(conversationId).find((each) => each.state === 'waiting');
  }

  /** @param {UnsentRecord} item @param {Lane} lane @returns {Promise<DmFailure | null>} why to wait before the next */
  async #attempt(item, lane) {
    this.#sending(item.key, item.conversationId, true);
    try {
      const ready = await this.#uploaded(item);
      if (ready !== null) {
        await this.#send(ready, lane);
      }
      return null;
    } catch (error) {
      const failure = DmFailure.from(error);
      if (failure.code === 'cancelled') {
        return null;
      }
      await this.#held(item.key, failure);
      return failure.isPassing || failure.status === 401 ? failure : null;
    } finally {
      this.#sending(item.key, item.conversationId, false);
    }
  }

  /** @param {UnsentRecord} item @param {Lane} lane */
  async #send(item, lane) {
    const attachments = item.files.map(({ attachment }) => ({ id: attachment?.id }));
    const path = `/v1/conversations/${item.conversationId}/messages`;
    const message = await lane.request((signal) => this.#api.post(path, {
      message_type: item.type,
      content: item.content,
      attachments: attachments.length > 0 ? attachments : undefined,
      client_message_id: item.key,
    }, { signal }));
    await this.#store.commit(async (change) => {
      await applyMessage(change, message);
      change.removeUnsent(item.key);
    });
  }

  /** @param {UnsentRecord} item @returns {Promise<UnsentRecord | null>} null when it went meanwhile */
  async #uploaded(item) {
    const lasts = this.#limits.unsentMillis * UPLOAD_LASTS;
    for (const file of item.files) {
      if (file.state !== 'done' || Date.now() - file.uploadedAt > lasts) {
        await this.#upload(item, file);
      }
    }
    return this.#cache.outbox.get(item.key) ?? null;
  }

  /** @param {UnsentRecord} item @param {UnsentFile} file */
  async #upload(item, file) {
    try {
      const type = item.type === 'image' ? 'image' : 'file';
      const attachment = await this.#transfers.run(item.conversationId, file, type);
      await this.#changeFile(item.key, file.id, {
        state: 'done', attachment: { id: attachment.id, url: attachment.url }, uploadedAt: Date.now(),
      });
    } catch (error) {
      const failure = DmFailure.from(error);
      if (!failure.isPassing && failure.code !== 'cancelled') {
        await this.#changeFile(item.key, file.id, { state: 'failed', error: failure.plain() });
      }
      throw failure;
    }
  }

  /** @param {string} key @param {string} id @param {Partial<UnsentFile>} change */
  #changeFile(key, id, change) {
    return this.#change(key, (item) => ({
      ...item,
      files: item.files.map((file) => (file.id === id ? { ...file, ...change } : file)),
    }));
  }

  /** @param {string} key @param {DmFailure} failure */
  #held(key, failure) {
    const isPassing = failure.isPassing || failure.status === 401;
    return this.#change(key, (item) => ({
      ...item, state: isPassing ? 'waiting' : 'failed', error: failure.plain(),
    }), failure);
  }

  /** @param {string} key @param {(item: UnsentRecord) => UnsentRecord} update @param {DmFailure} [failure] */
  #change(key, update, failure) {
    return this.#store.commit(async (change) => {
      const item = await change.unsent(key);
      if (item) {
        change.saveUnsent(update(item));
        if (failure?.status === 403) {
          const conversation = await change.conversation(item.conversationId);
          conversation.refusal = String(failure.details.reason_code ?? failure.code);
        }
      }
    });
  }
}
