import { undoable } from '../overlay/undo.js';
import { askToBlock, unblock } from '../people/block.js';

/** @typedef {import('../core/context.js').Context} Context */

/** Hides the conversation at once and deletes it on the server when it can no longer be undone. @param {Context} ctx @param {string} id */
export function removeConversation(ctx, id) {
  if (ctx.state.route.id === id) ctx.navigate('/', { replace: true });
  undoable(ctx, ctx.t('conversation.removed'), ctx.client.inbox.remove(id));
}

/**
 * The actions for a conversation in the list.
 *
 * @param {Context} ctx
 * @param {string} id
 */
export function rowActions(ctx, id) {
  const found = ctx.client.inbox.items.find((each) => each.id === id);
  if (!found) return null;
  const blocking = found.isGroup ? [] : [
    found.blocked
      ? { label: ctx.t('unblock'), icon: 'shield', run: () => unblock(ctx, found.other) }
      : { label: ctx.t('block'), icon: 'ban', run: () => askToBlock(ctx, found.other) },
  ];
  const items = [
    ...blocking,
    { label: ctx.t('conversation.remove'), icon: 'trash', danger: true, run: () => removeConversation(ctx, id) },
  ];
  return { label: ctx.t('row.menu', { name: found.other.full_name }), items };
}
