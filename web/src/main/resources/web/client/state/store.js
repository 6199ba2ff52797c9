import { Change } from './change.js';
import { reconcile } from './apply.js';
import { DmFailure } from '../server/failure.js';

/**
 * Commits changes of the stored data, one after the other across all tabs, and notifies all tabs after
 * the commit.
 *
 * @typedef {import('./change.js').Changed} Changed
 */
export class Store {
  #database;
  #tabs;
  #listener;
  /** The owner of the stored data. A change begun for another person is cancelled. */
  me = '';

  /**
   * @param {import('../storage/database.js').Database} database
   * @param {import('../connection/tabs.js').Tabs} tabs
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
   * @param {(change: Change) => Promise<T>} write
   * @returns {Promise<T>}
   */
  async commit(write) {
    const [changed, result] = await this.#database.run('readwrite', async (work) => {
      const revision = ((await work.get('meta', 'revision'))?.value ?? 0) + 1;
      const me = (await work.get('meta', 'me'))?.value ?? '';
      if (me === '' || me !== this.me) {
        throw DmFailure.cancelled();
      }
      const change = new Change(work, revision, me);
      const outcome = await write(change);
      for (const conversation of change.touched()) {
        await reconcile(change, conversation);
      }
      return [change.finish(), outcome];
    });
    this.#listener(changed, true);
    this.#tabs.tell('changed', changed);
    return result;
  }

  /**
   * @template T
   * @param {(work: import('../storage/database.js').Work) => Promise<T>} task
   * @returns {Promise<T>}
   */
  read(task) {
    return this.#database.run('readonly', task);
  }

  /** Starts the stored data of a person who has just signed in. @param {import('../types.js').User} user */
  async begin(user) {
    await this.#database.run('readwrite', async (work) => {
      work.put('meta', { name: 'me', value: user.id });
      work.put('meta', { name: 'user', value: user });
    });
    this.me = user.id;
  }

  /** Deletes all stored data. */
  async wipe() {
    this.me = '';
    await this.#database.run('readwrite', async (work) => {
      for (const store of /** @type {const} */ (['meta', 'conversations', 'messages', 'outbox', 'drafts'])) {
        work.clear(store);
      }
    });
  }
}
