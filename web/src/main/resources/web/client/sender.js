import { applyMessage } from './apply.js';
import { DmFailure } from './failure.js';
import { Lane } from './lane.js';

/** Unsent uploads last 24 hours at the server; older ones than this are made again. */
const UPLOAD_LASTS = 20 * 3600 * 1000;

/**
 * Empties the outbox, in the one tab that leads: each conversation's messages one after the other in
 * the order of writing, conversations side by side. What a server refuses waits for its writer; what
 * merely did not get through is tried again, under the same id.
 *
 * @typedef {import('./outbox.js').UnsentRecord} UnsentRecord
 * @typedef {import('./outbox.js').UnsentFile} UnsentFile
 */
export class Sender {
  #api;
  #ledger;
  #replica;
  #transfers;
  #sending;
  /** @type {Map<string, Lane>} */
  #lanes = new Map();
  #isStopped = true;

  /**
   * @param {import('./api.js').Api} api
   * @param {import('./ledger.js').Ledger} ledger
   * @param {import('./replica.js').Replica} replica
   * @param {import('./transfers.js').Transfers} transfers
   * @param {(key: string, conversationId: string, isSending: boolean) => void} sending
   */
  constructor(api, ledger, replica, transfers, sending) {
    this.#api = api;
    this.#ledger = ledger;
    this.#replica = replica;
    this.#transfers = transfers;
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

  /** There is something new to send, or the network is back. */
  wake() {
    if (this.#isStopped) {
      return;
    }
    this.#lanes.forEach((lane) => lane.wake());
    for (const { conversationId, state } of this.#replica.outbox.values()) {
      if (state === 'waiting' && !this.#lanes.has(conversationId)) {
        this.#empty(conversationId);
      }
    }
  }

  /** Somebody does not want to wait any longer, or takes back what is on its way. @param {string} conversationId */
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
    return this.#replica.unsent(conversationId).find((each) => each.state === 'waiting');
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
    await this.#ledger.commit(async (draft) => {
      await applyMessage(draft, message);
      draft.removeUnsent(item.key);
    });
  }

  /** @param {UnsentRecord} item @returns {Promise<UnsentRecord | null>} null when it went meanwhile */
  async #uploaded(item) {
    for (const file of item.files) {
      if (file.state !== 'done' || Date.now() - file.uploadedAt > UPLOAD_LASTS) {
        await this.#upload(item, file);
      }
    }
    return this.#replica.outbox.get(item.key) ?? null;
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

  /** @param {string} key @param {(item: UnsentRecord) => UnsentRecord} change @param {DmFailure} [failure] */
  #change(key, change, failure) {
    return this.#ledger.commit(async (draft) => {
      const item = await draft.unsent(key);
      if (item) {
        draft.saveUnsent(change(item));
        if (failure?.status === 403) {
          const conversation = await draft.conversation(item.conversationId);
          conversation.refusal = String(failure.details.reason_code ?? failure.code);
        }
      }
    });
  }
}
