const AT_MOST_EVERY = 3_000;

/** Reports typing at a limited rate: the server shows it for 6 seconds. */
export class Typing {
  #tabs;
  /** @type {Map<string, number>} */
  #told = new Map();

  /** @param {import('./tabs.js').Tabs} tabs */
  constructor(tabs) {
    this.#tabs = tabs;
  }

  /** @param {string} conversationId */
  now(conversationId) {
    const told = this.#told.get(conversationId) ?? -Infinity;
    if (performance.now() - told >= AT_MOST_EVERY) {
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
