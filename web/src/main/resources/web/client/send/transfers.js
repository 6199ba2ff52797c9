import { upload } from './upload.js';
import { DmFailure } from '../server/failure.js';

/** Interval in milliseconds at which other tabs get upload progress. */
const TELL_EVERY = 200;

/**
 * Running uploads and their progress. The leading tab runs them; all tabs show them.
 */
export class Transfers {
  #api;
  #tabs;
  #changes;
  /** @type {Map<string, AbortController>} */
  #running = new Map();
  /** @type {Map<string, number>} */
  #progress = new Map();
  #lastTold = 0;

  /**
   * @param {import('../server/api.js').Api} api
   * @param {import('../connection/tabs.js').Tabs} tabs
   * @param {import('../state/changes.js').Changes} changes
   */
  constructor(api, tabs, changes) {
    this.#api = api;
    this.#tabs = tabs;
    this.#changes = changes;
    tabs.on('progress', ({ id, conversationId, share }) => this.#note(id, conversationId, share));
    tabs.on('abort', (id) => this.#running.get(id)?.abort());
  }

  /** The progress from 0 to 1, or null when the upload is not running. @param {string} id @returns {number | null} */
  progress(id) {
    return this.#progress.get(id) ?? null;
  }

  /** @param {string} id */
  abort(id) {
    this.#running.get(id)?.abort();
    this.#tabs.tell('abort', id);
  }

  abortAll() {
    this.#running.forEach((each) => each.abort());
  }

  /**
   * @param {string} conversationId
   * @param {import('./outbox.js').UnsentFile} file
   * @param {'image' | 'file'} type
   */
  async run(conversationId, file, type) {
    const controller = new AbortController();
    this.#running.set(file.id, controller);
    const progress = (/** @type {number} */ share) => this.#advance(file.id, conversationId, share);
    progress(0);
    try {
      return await upload(this.#api, file, type, { signal: controller.signal, progress });
    } catch (error) {
      throw DmFailure.from(error);
    } finally {
      this.#running.delete(file.id);
      this.#lastTold = 0;
      this.#advance(file.id, conversationId, null);
    }
  }

  /** @param {string} id @param {string} conversationId @param {number | null} share */
  #advance(id, conversationId, share) {
    this.#note(id, conversationId, share);
    if (Date.now() - this.#lastTold >= TELL_EVERY) {
      this.#lastTold = Date.now();
      this.#tabs.tell('progress', { id, conversationId, share });
    }
  }

  /** @param {string} id @param {string} conversationId @param {number | null} share */
  #note(id, conversationId, share) {
    if (share === null) {
      this.#progress.delete(id);
    } else {
      this.#progress.set(id, share);
    }
    this.#changes.note('uploads');
    this.#changes.note('conversation', conversationId);
  }
}
