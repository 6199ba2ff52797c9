import {
  applyBlock, applyConversation, applyFrame, applyMessage, applyReceipt, applyUser, empty,
} from './apply.js';

/**
 * Brings what is kept up to the server's state and keeps it there: by pages of sync, or by frames of
 * the socket. The cursor is kept in the same transaction as what it stands for.
 *
 * A fresh start builds anew under a number of its own: what it does not mention by its end is gone.
 * Until then people go on seeing what they saw.
 *
 * @typedef {import('./draft.js').Draft} Draft
 */
export class Sync {
  #api;
  #ledger;
  #replica;

  /**
   * @param {import('./api.js').Api} api
   * @param {import('./ledger.js').Ledger} ledger
   * @param {import('./replica.js').Replica} replica
   */
  constructor(api, ledger, replica) {
    this.#api = api;
    this.#ledger = ledger;
    this.#replica = replica;
  }

  /** @returns {string | null} */
  get cursor() {
    return this.#replica.meta.isStarted ? this.#replica.meta.cursor : null;
  }

  /** Does nothing once it was done. */
  async start() {
    while (!this.#replica.meta.isStarted) {
      await this.page(0);
    }
  }

  /** What is kept can no longer be brought up to date. */
  forget() {
    return this.#ledger.commit(async (draft) => {
      draft.saveMeta('cursor', null);
      draft.saveMeta('isStarted', false);
    });
  }

  /** @param {number} wait  seconds @param {AbortSignal} [signal] @returns {Promise<boolean>} whether there is more */
  async page(wait, signal) {
    const cursor = this.#replica.meta.cursor ?? null;
    const query = new URLSearchParams({ wait: String(wait), ...(cursor === null ? {} : { cursor }) });
    const page = await this.#api.get(`/v1/sync?${query}`, { signal });
    await this.#ledger.commit((draft) => this.#apply(draft, page, cursor === null || page.reset));
    return page.has_more;
  }

  /** @param {Draft} draft @param {any} page @param {boolean} isFirst  of a fresh start */
  async #apply(draft, page, isFirst) {
    if (isFirst) {
      draft.saveMeta('generation', ((await draft.meta('generation')) ?? 0) + 1);
      draft.saveMeta('blocks', []);
    }
    const isFresh = isFirst || !(await draft.meta('isStarted'));
    if (isFresh) {
      await this.#renew(draft, page.conversations);
    }
    await this.#applyParts(draft, page);
    draft.saveMeta('cursor', page.cursor);
    if (isFresh) {
      draft.changed.arrived = [];
      draft.saveMeta('isStarted', !page.has_more);
      await this.#sweep(draft, page.has_more);
    }
  }

  /** @param {Draft} draft @param {any} page */
  async #applyParts(draft, page) {
    for (const conversation of page.conversations) {
      await applyConversation(draft, conversation);
    }
    // Oldest first: the first of a conversation is where it begins to be complete.
    for (const message of page.messages.toSorted(bySeq)) {
      await applyMessage(draft, message);
    }
    for (const receipt of page.receipts) {
      await applyReceipt(draft, receipt);
    }
    for (const block of page.blocks) {
      await applyBlock(draft, block);
    }
    for (const user of page.users) {
      await applyUser(draft, user);
    }
    if (page.settings) {
      draft.saveMeta('settings', page.settings);
    }
  }

  /** What was kept of these may have been changed unseen. @param {Draft} draft @param {any[]} conversations */
  async #renew(draft, conversations) {
    const generation = await draft.meta('generation');
    for (const { id } of conversations) {
      const conversation = await draft.conversation(id);
      if (conversation.generation !== generation) {
        await empty(draft, conversation);
        conversation.generation = generation;
      }
    }
  }

  /** @param {Draft} draft @param {boolean} hasMore */
  async #sweep(draft, hasMore) {
    if (hasMore) {
      return;
    }
    const generation = await draft.meta('generation');
    const touched = new Set(draft.touched().map((each) => each.id));
    for (const { id, generation: own } of await draft.allConversations()) {
      if (own !== generation && !touched.has(id)) {
        await draft.removeMessages(id);
        draft.sweep(id);
      }
    }
  }

  /**
   * Frames in the order they came.
   *
   * @param {any[]} frames
   * @returns {Promise<{cursor: string | null, isBehind: boolean}>} `isBehind`: the server has told
   *   something that did not come
   */
  apply(frames) {
    return this.#ledger.commit(async (draft) => {
      let cursor = (await draft.meta('cursor')) ?? null;
      let isBehind = false;
      for (const frame of frames) {
        if (frame.type === 'heartbeat') {
          isBehind = frame.cursor !== cursor;
        } else {
          await applyFrame(draft, frame);
          cursor = frame.cursor ?? cursor;
        }
      }
      draft.saveMeta('cursor', cursor);
      return { cursor, isBehind };
    });
  }
}

/** @param {any} a @param {any} b */
function bySeq(a, b) {
  return (a.seq ?? 0) - (b.seq ?? 0);
}
