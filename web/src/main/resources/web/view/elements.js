import { DmClient } from '../client/dm-client.js';
import { tokenFrom } from '../client/server/token-route.js';
import { createMessenger } from './messenger.js';

export { DmClient, createMessenger };

/** @typedef {import('./messenger.js').Messenger} Messenger */

/** The server that this script came from. */
const home = new URL(import.meta.url).origin;

/**
 * A messenger as an element. Attributes: `token-url`, `server` (default: where the script came from),
 * `name` (of what the browser stores; one for each account on a page), `theme`, `language`,
 * `conversation-id`, `user-id`. Properties: `tokens` (a function, instead of `token-url`) and `client`
 * (to show one account in several elements). Events: `dm-unread`, `dm-open`, `dm-signout`.
 */
export class DmMessengerElement extends HTMLElement {
  static observedAttributes = ['theme', 'language', 'conversation-id', 'user-id'];

  /** @type {import('../client/types.js').DmClientShape | undefined} */
  #client;
  // The page may have set it before the browser knew the element.
  tokens = /** @type {(() => Promise<string>) | undefined} */ (Reflect.get(this, 'tokens'));
  /** @type {Messenger | null} */
  messenger = null;
  /** @type {DmClient | null} */
  #own = null;

  constructor() {
    super();
    const descriptor = Object.getOwnPropertyDescriptor(this, 'client');
    Reflect.deleteProperty(this, 'client');
    this.#client = descriptor?.value;
  }

  /** @returns {import('./messenger.js').View} */
  get view() {
    return 'all';
  }

  /** @returns {import('../client/types.js').DmClientShape | undefined} */
  get client() {
    return this.#client;
  }

  set client(client) {
    this.#client = client;
    if (this.messenger) {
      this.#hide();
      this.#show();
    }
  }

  /** A page may set properties after it has inserted the element. */
  connectedCallback() {
    queueMicrotask(() => this.isConnected && !this.messenger && this.#show());
  }

  disconnectedCallback() {
    queueMicrotask(() => !this.isConnected && this.#hide());
  }

  #show() {
    const client = this.#client ?? (this.#own = this.#newClient());
    this.messenger = createMessenger(this, {
      client,
      view: this.view,
      theme: themeOf(this.getAttribute('theme')),
      language: this.getAttribute('language') ?? undefined,
      path: this.#path(),
    });
    for (const type of ['unread', 'open', 'signout']) {
      this.messenger.addEventListener(type, (event) => {
        const { detail } = /** @type {CustomEvent} */ (event);
        this.dispatchEvent(new CustomEvent(`dm-${type}`, { detail, bubbles: true, composed: true }));
      });
    }
  }

  #newClient() {
    const url = this.getAttribute('token-url');
    const server = this.getAttribute('server') ?? home;
    return new DmClient({
      base: server === location.origin ? '' : server,
      name: this.getAttribute('name') ?? 'dm-element',
      tokens: this.tokens ?? (url === null ? undefined : () => tokenFrom(url)),
    });
  }

  #hide() {
    this.messenger?.remove();
    this.#own?.close();
    this.messenger = this.#own = null;
  }

  #path() {
    const conversation = this.getAttribute('conversation-id');
    const user = this.getAttribute('user-id');
    if (conversation) return `/c/${encodeURIComponent(conversation)}`;
    return user ? `/u/${encodeURIComponent(user)}` : '/';
  }

  /** @param {string} name @param {string | null} _before @param {string | null} value */
  attributeChangedCallback(name, _before, value) {
    if (name === 'theme') this.messenger?.setTheme(themeOf(value));
    else if (name === 'language') value && this.messenger?.setLanguage(value);
    else this.messenger?.open({ conversationId: this.getAttribute('conversation-id') ?? undefined, userId: this.getAttribute('user-id') ?? undefined });
  }
}

/** The list of chats alone; `dm-open` says which one was chosen. */
export class DmInboxElement extends DmMessengerElement {
  /** @returns {import('./messenger.js').View} */
  get view() {
    return 'inbox';
  }
}

/** One conversation alone. */
export class DmConversationElement extends DmMessengerElement {
  /** @returns {import('./messenger.js').View} */
  get view() {
    return 'conversation';
  }
}

/** @param {string | null} value @returns {'light' | 'dark' | undefined} */
function themeOf(value) {
  return value === 'light' || value === 'dark' ? value : undefined;
}

/** A page may load two versions; the first one stays. @param {string} name @param {CustomElementConstructor} element */
function define(name, element) {
  if (!customElements.get(name)) customElements.define(name, element);
}

define('dm-messenger', DmMessengerElement);
define('dm-inbox', DmInboxElement);
define('dm-conversation', DmConversationElement);
