import {
  applyBlock, applyConversation, applyFrame, applyMessage, applyReceipt, applyUser, empty,
} from './apply.js';

/**
 * Keeps the stored data equal to the server's state, by sync pages or by frames of the socket. The
 * cursor is stored in the same transaction as the changes before it.
 *
 * A fresh start has a generation number. When it is complete, conversations of earlier generations are
 * deleted. Until then the old data stays visible.
 *
 * @typedef {import('./change.js').Change} Change
 */
export class Sync {
  #api;
  #store;
  #cache;

  /**
   * @param {import('../server/api.js').Api} api
   * @param {import('./store.js').Store} store
   * @param {import('../storage/cache.js').Cache} cache
   */
  constructor(api, store, cache) {
    this.#api = api;
    this.#store = store;
    this.#cache = cache;
  }

  /** @returns {string | null} */
  get cursor() {
    return this.#cache.meta.isStarted ? this.#cache.meta.cursor : null;
  }

  /** Does nothing after it has completed once. */
  async start() {
    while (!this.#cache.meta.isStarted) {
      await this.page(0);
    }
  }

  /** The cursor cannot be resumed: prepares a fresh start. */
  forget() {
    return this.#store.commit(async (change) => {
      change.saveMeta('cursor', null);
      change.saveMeta('isStarted', false);
    });
  }

  /** @param {number} wait  seconds @param {AbortSignal} [signal] @returns {Promise<boolean>} whether there is more */
  async page(wait, signal) {
    const cursor = this.#cache.meta.cursor ?? null;
    const query = new URLSearchParams({ wait: String(wait), ...(cursor === null ? {} : { cursor }) });
    const page = await this.#api.get(`/v1/sync?${query}`, { signal });
    await this.#store.commit((change) => this.#apply(change, page, cursor === null || page.reset));
    return page.has_more;
  }

  /** @param {Change} change @param {any} page @param {boolean} isFirst  of a fresh start */
  async #apply(change, page, isFirst) {
    if (isFirst) {
      change.saveMeta('generation', ((await change.meta('generation')) ?? 0) + 1);
      change.saveMeta('blocks', []);
    }
    const isFresh = isFirst || !(await change.meta('isStarted'));
    if (isFresh) {
      await this.#renew(change, page.conversations);
    }
    await this.#applyParts(change, page);
    change.saveMeta('cursor', page.cursor);
    if (isFresh) {
      change.changed.arrived = [];
      change.saveMeta('isStarted', !page.has_more);
      await this.#sweep(change, page.has_more);
    }
  }

  /** @param {Change} change @param {any} page */
  async #applyParts(change, page) {
    for (const conversation of page.conversations) {
      await applyConversation(change, conversation);
    }
    // Oldest first: the first message of a conversation sets its `completeFromSeq`.
    for (const message of page.messages.toSorted(bySeq)) {
      await applyMessage(change, message);
    }
    for (const receipt of page.receipts) {
      await applyReceipt(change, receipt);
    }
    for (const block of page.blocks) {
      await applyBlock(change, block);
    }
    for (const user of page.users) {
      await applyUser(change, user);
    }
    if (page.settings) {
      change.saveMeta('settings', page.settings);
    }
  }

  /** Stored messages of these conversations may be outdated, so they are removed. @param {Change} change @param {any[]} conversations */
  async #renew(change, conversations) {
    const generation = await change.meta('generation');
    for (const { id } of conversations) {
      const conversation = await change.conversation(id);
      if (conversation.generation !== generation) {
        await empty(change, conversation);
        conversation.generation = generation;
      }
    }
  }

  /** @param {Change} change @param {boolean} hasMore */
  async #sweep(change, hasMore) {
    if (hasMore) {
      return;
    }
    const generation = await change.meta('generation');
    const touched = new Set(change.touched().map((each) => each.id));
    for (const { id, generation: own } of await change.allConversations()) {
      if (own !== generation && !touched.has(id)) {
        await change.removeMessages(id);
        change.sweep(id);
      }
    }
  }

  /**
   * Applies frames in the order of arrival.
   *
   * @param {any[]} frames
   * @returns {Promise<{cursor: string | null, isBehind: boolean}>} `isBehind`: the server has told
   *   something that did not come
   */
  apply(frames) {
    return this.#store.commit(async (change) => {
      let cursor = (await change.meta('cursor')) ?? null;
      let isBehind = false;
      for (const frame of frames) {
        if (frame.type === 'heartbeat') {
          isBehind = frame.cursor !== cursor;
        } else {
          await applyFrame(change, frame);
          cursor = frame.cursor ?? cursor;
        }
      }
      change.saveMeta('cursor', cursor);
      return { cursor, isBehind };
    });
  }
}

/** @param {any} a @param {any} b */
function bySeq(a, b) {
  return (a.seq ?? 0) - (b.seq ?? 0);
}
