import { perMessenger } from '../core/per-messenger.js';
import { copy } from '../parts/copy.js';
import { ask } from '../overlay/dialog.js';
import { openMenu, openMenuAt } from '../overlay/menu.js';
import { longPress } from '../overlay/press.js';
import { undoable } from '../overlay/undo.js';

/** @typedef {import('../core/context.js').Context} Context */

/**
 * @typedef {import('../../client/types.js').Message} Message
 * @typedef {import('../../client/types.js').ConversationStore} ConversationStore
 */

/** @param {Context} ctx @param {ConversationStore} conversation @param {Message} message */
function askToRemove(ctx, conversation, message) {
  /** @param {string} label @param {boolean} forEveryone */
  const choice = (label, forEveryone) => ({
    label,
    danger: true,
    run: () => undoable(ctx, ctx.t('message.removed'), conversation.remove(message.key, forEveryone)),
  });
  const young = Date.now() - Date.parse(message.createdAt) < ctx.client.limits.deleteForEveryoneMillis;
  const me = choice(ctx.t('message.remove_me'), false);
  ask(ctx, {
    title: ctx.t('message.remove_title'),
    text: ctx.t(young ? 'message.remove_text' : 'message.remove_text_old'),
    choices: young ? [choice(ctx.t('message.remove_everyone'), true), me] : [me],
  });
}

/** @param {Context} ctx @param {ConversationStore} conversation @param {Message} message */
function actions(ctx, conversation, message) {
  const items = [];
  if (message.deleted) return [];
  const { content } = message;
  if (content) items.push({ label: ctx.t('message.copy'), icon: 'copy', run: () => copy(ctx, content) });
  if (message.own && message.id) {
    items.push({ label: ctx.t('message.remove'), icon: 'trash', danger: true, run: () => askToRemove(ctx, conversation, message) });
  }
  // An unsent message was seen by nobody else, so it is deleted without confirmation.
  if (message.status === 'waiting') {
    items.push({ label: ctx.t('message.remove'), icon: 'trash', danger: true, run: () => conversation.discard(message.key) });
  }
  return items;
}

/** @param {Context} ctx @param {Event} event @param {ConversationStore} conversation @param {Message} message */
export function messageMenu(ctx, event, conversation, message) {
  const items = actions(ctx, conversation, message);
  if (items.length) openMenuAt(ctx, event, ctx.t('message.menu'), items);
}

/** Links, images and selections keep the browser's menu. @param {Context} ctx @param {MouseEvent} event @param {ConversationStore} conversation @param {Message} message */
export function bubbleMenu(ctx, event, conversation, message) {
  const target = /** @type {HTMLElement} */ (event.target);
  const items = actions(ctx, conversation, message);
  if (!items.length || target.closest('a, img') || String(getSelection())) return;
  event.preventDefault();
  const origin = /** @type {HTMLElement} */ (event.currentTarget);
  const box = origin.getBoundingClientRect();
  openMenu(ctx, { label: ctx.t('message.menu'), items, x: event.clientX || box.left + 40, y: event.clientY || box.top + 24, origin });
}

export const pressOf = perMessenger((ctx) => longPress((x, y, row) => {
  const conversation = ctx.client.conversation(ctx.state.route.id ?? '');
  const message = conversation.messages.find((each) => each.key === row.dataset['key']);
  const items = message ? actions(ctx, conversation, message) : [];
  if (items.length) openMenu(ctx, { label: ctx.t('message.menu'), items, x, y, origin: row });
}));
