/** The server ends typing. This much later it ends here, if that frame was lost. */
const LATER = 2_000;
const LONGEST_TYPING = 60_000;

/**
 * Transient state that is not stored: typing and presence. The leading tab receives it and forwards it
 * to the other tabs.
 *
 * @typedef {import('../types.js').Presence} Presence
 */
export class Live {
  #changes;
  #tabs;
  #limits;
  /** @type {Map<string, Presence>} */
  #presence = new Map();
  /** @type {Map<string, ReturnType<typeof setTimeout>>} */
  #typing = new Map();

  /** @param {import('./tabs.js').Tabs} tabs @param {import('../state/changes.js').Changes} changes @param {import('../types.js').Limits} limits */
  constructor(tabs, changes, limits) {
    this.#tabs = tabs;
    this.#limits = limits;
    this.#changes = changes;
    tabs.on('live', (frame) => this.#take(frame));
    tabs.on('presences', (entries) => {
      this.#presence = new Map(entries);
      this.#changes.note('presence');
      this.#changes.note('inbox');
    });
  }

  /** Applies a frame of the socket. @param {any} frame */
  receive(frame) {
    this.#take(frame);
    this.#tabs.tell('live', frame);
  }

  /** The state for a new tab. */
  tellAll() {
    this.#tabs.tell('presences', [...this.#presence]);
  }

  /** @param {string} userId @returns {Presence | undefined} */
  presence(userId) {
    return this.#presence.get(userId);
  }

  /** @param {string} conversationId */
  isTyping(conversationId) {
    return this.#typing.has(conversationId);
  }

  /** The message arrived, so its sender stopped typing. @param {string} conversationId */
  stopTyping(conversationId) {
    if (this.#typing.has(conversationId)) {
      clearTimeout(this.#typing.get(conversationId));
      this.#typing.delete(conversationId);
      this.#noteTyping(conversationId);
    }
  }

  /** Clears the state, because no updates arrive without a connection. */
  forget() {
    [...this.#typing.keys()].forEach((id) => this.stopTyping(id));
    this.#presence.clear();
    this.#changes.note('presence');
    this.#changes.note('inbox');
  }

  /** @param {any} frame */
  #take({ type, data }) {
    if (type === 'user_status') {
      this.#presence.set(data.user_id, { online: data.is_online, lastSeen: data.last_seen });
      this.#changes.note('presence', data.user_id);
      this.#changes.note('inbox');
    } else if (data.is_typing) {
      clearTimeout(this.#typing.get(data.conversation_id));
      const millis = Math.min(LONGEST_TYPING, this.#limits.typingMillis + LATER);
      const end = setTimeout(() => this.stopTyping(data.conversation_id), millis);
      this.#typing.set(data.conversation_id, end);
      this.#noteTyping(data.conversation_id);
    } else {
      this.stopTyping(data.conversation_id);
    }
  }

  /** @param {string} conversationId */
  #noteTyping(conversationId) {
    this.#changes.note('typing', conversationId);
    this.#changes.note('conversation', conversationId);
    this.#changes.note('inbox');
  }
}
