/** @typedef {import('../../core/context.js').Context} Context */

/** Shows the latest message. @param {Context} ctx */
export function jumpToEnd(ctx) {
  const list = /** @type {import('../message-list.js').MessageList | null} */ (ctx.find('message-list'));
  list?.toEnd();
}
