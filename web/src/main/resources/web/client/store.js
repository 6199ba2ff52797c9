import { Draft } from './draft.js';
import { reconcile } from './apply.js';
import { DmFailure } from './failure.js';

/**
 * Makes changes of what is kept, one after the other across all tabs, and tells everybody of them
 * once they are on disk.
 *
 * @typedef {import('./draft.js').Changed} Changed
 */
export class Ledger {
  #database;
  #tabs;
  #listener;
  /** Whose things are kept; what was begun for somebody else is not. */
  me = '';

  /**
   * @param {import('./database.js').Database} database
   * @param {import('./tabs.js').Tabs} tabs
   * @param {(changed: Changed, isOwn: boolean) => void} listener  for changes of this tab and of others
   */
  constructor(database, tabs, listener) {
    this.#database = database;
    this.#tabs = tabs;
    this.#listener = listener;
    tabs.on('changed', (changed) => listener(changed, false));
  }

  /**
   * @template T
   * @param {(draft: Draft) => Promise<T>} change
   * @returns {Promise<T>}
   */
  async commit(change) {
    const [changed, result] = await this.#database.run('readwrite', async (work) => {
      const revision = ((await work.get('meta', 'revision'))?.value ?? 0) + 1;
      const me = (await work.get('meta', 'me'))?.value ?? '';
      if (me === '' || me !== this.me) {
        throw DmFailure.cancelled();
      }
      const draft = new Draft(work, revision, me);
      const outcome = await change(draft);
      for (const conversation of draft.touched()) {
        await reconcile(draft, conversation);
      }
      return [draft.finish(), outcome];
    });
    this.#listener(changed, true);
    this.#tabs.tell('changed', changed);
    return result;
  }

  /**
   * @template T
   * @param {(work: import('./database.js').Work) => Promise<T>} task
   * @returns {Promise<T>}
   */
  read(task) {
    return this.#database.run('readonly', task);
  }

  /** Begins for somebody who has just signed in. @param {import('./types.js').User} user */
  async begin(user) {
    await this.#database.run('readwrite', async (work) => {
      work.put('meta', { name: 'me', value: user.id });
      work.put('meta', { name: 'user', value: user });
    });
    this.me = user.id;
  }

  /** Removes everything, for good. */
  async wipe() {
    this.me = '';
    await this.#database.run('readwrite', async (work) => {
      for (const store of /** @type {const} */ (['meta', 'conversations', 'messages', 'outbox', 'drafts'])) {
        work.clear(store);
      }
    });
  }
}
