/** Reports typing twice in the time for which the server shows it. */
export class Typing {
  #tabs;
  #limits;
  /** @type {Map<string, number>} */
  #told = new Map();

  /** @param {import('./connection/tabs.js').Tabs} tabs @param {import('./types.js').Limits} limits */
  constructor(tabs, limits) {
    this.#limits = limits;
    this.#tabs = tabs;
  }

  /** @param {string} conversationId */
  now(conversationId) {
    const told = this.#told.get(conversationId) ?? -Infinity;
    if (performance.now() - told >= this.#limits.typingMillis / 2) {
      this.#told.set(conversationId, performance.now());
      this.#tell(conversationId, true);
    }
  }

  /** @param {string} conversationId */
  stopped(conversationId) {
    if (this.#told.delete(conversationId)) {
      this.#tell(conversationId, false);
    }
  }

  /** The sent message ends typing for others. @param {string} conversationId */
  sent(conversationId) {
    this.#told.delete(conversationId);
  }

  /** @param {string} conversationId @param {boolean} isTyping */
  #tell(conversationId, isTyping) {
    this.#tabs.ask('frame', { type: 'typing', conversation_id: conversationId, is_typing: isTyping });
  }
}
