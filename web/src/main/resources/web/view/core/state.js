/**
 * View state beyond the client's state: the route and open dialogs and menus.
 *
 * @typedef {object} Toast
 * @property {number} id
 * @property {string | (() => string)} text
 * @property {'status' | 'alert'} role
 * @property {{label: string, run: () => void}} [action]
 *
 * @typedef {object} MenuItem
 * @property {string} label
 * @property {string} icon
 * @property {() => void} run
 * @property {boolean} [danger]
 *
 * @typedef {object} Menu
 * @property {string} label
 * @property {MenuItem[]} items
 * @property {number} x
 * @property {number} y
 * @property {HTMLElement | null} origin gets the focus back
 *
 * @typedef {object} Route
 * @property {'inbox' | 'conversation' | 'person' | 'settings' | 'new' | 'unknown'} name
 * @property {string} [id] of the conversation or the person
 *
 * @typedef {ReturnType<typeof firstState>} ViewState
 */
export const firstState = () => ({
  /** @type {Route} */
  route: { name: 'inbox' },
  /** @type {'all' | 'unread'} */
  filter: 'all',
  query: '',
  /** @type {{kind: string, [detail: string]: any} | null} */
  dialog: null,
  /** @type {Menu | null} */
  menu: null,
  /** @type {Toast[]} */
  toasts: [],
  /** @type {{attachments: import('../../client/types.js').Attachment[], index: number} | null} */
  lightbox: null,
  dragging: false,
});
