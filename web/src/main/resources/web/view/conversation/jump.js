/** Shows the latest message. */
export function jumpToEnd() {
  const list = /** @type {import('./message-list.js').MessageList | null} */ (document.querySelector('message-list'));
  list?.toEnd();
}
