import { client } from '../client.js';
import { state } from '../state.js';
import { t } from '../language.js';
import { copy } from '../parts/copy.js';
import { ask } from '../parts/dialog.js';
import { openMenu, openMenuAt } from '../parts/menu.js';
import { longPress } from '../parts/press.js';
import { undoable } from '../parts/undo.js';

/**
 * @typedef {import('../../client/types.js').Message} Message
 * @typedef {import('../../client/types.js').ConversationStore} ConversationStore
 */

/** Limit of the server, behaviour §4.20. */
const forEveryoneMilliseconds = 3_600_000;

/** @param {ConversationStore} conversation @param {Message} message */
function askToRemove(conversation, message) {
  /** @param {string} label @param {boolean} forEveryone */
  const choice = (label, forEveryone) => ({
    label,
    danger: true,
    run: () => undoable(t('message.removed'), conversation.remove(message.key, forEveryone)),
  });
  const young = Date.now() - Date.parse(message.createdAt) < forEveryoneMilliseconds;
  const me = choice(t('message.remove_me'), false);
  ask({
    title: t('message.remove_title'),
    text: t(young ? 'message.remove_text' : 'message.remove_text_old'),
    choices: young ? [choice(t('message.remove_everyone'), true), me] : [me],
  });
}

/** @param {ConversationStore} conversation @param {Message} message */
function actions(conversation, message) {
  const items = [];
  if (message.deleted) return [];
  const { content } = message;
  if (content) items.push({ label: t('message.copy'), icon: 'copy', run: () => copy(content) });
  if (message.own && message.id) {
    items.push({ label: t('message.remove'), icon: 'trash', danger: true, run: () => askToRemove(conversation, message) });
  }
  // An unsent message was seen by nobody else, so it is deleted without confirmation.
  if (message.status === 'waiting') {
    items.push({ label: t('message.remove'), icon: 'trash', danger: true, run: () => conversation.discard(message.key) });
  }
  return items;
}

/** @param {Event} event @param {ConversationStore} conversation @param {Message} message */
export function messageMenu(event, conversation, message) {
  const items = actions(conversation, message);
  if (items.length) openMenuAt(event, t('message.menu'), items);
}

/** Links, images and selections keep the browser's menu. @param {MouseEvent} event @param {ConversationStore} conversation @param {Message} message */
export function bubbleMenu(event, conversation, message) {
  const target = /** @type {HTMLElement} */ (event.target);
  const items = actions(conversation, message);
  if (!items.length || target.closest('a, img') || String(getSelection())) return;
  event.preventDefault();
  const origin = /** @type {HTMLElement} */ (event.currentTarget);
  const box = origin.getBoundingClientRect();
  openMenu({ label: t('message.menu'), items, x: event.clientX || box.left + 40, y: event.clientY || box.top + 24, origin });
}

export const press = longPress((x, y, row) => {
  const conversation = client.conversation(state.route.id ?? '');
  const message = conversation.messages.find((each) => each.key === row.dataset['key']);
  const items = message ? actions(conversation, message) : [];
  if (items.length) openMenu({ label: t('message.menu'), items, x, y, origin: row });
});
