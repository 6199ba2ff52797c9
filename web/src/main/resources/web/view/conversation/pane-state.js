import { perMessenger } from '../core/per-messenger.js';

/** @typedef {import('../core/context.js').Context} Context */

/**
 * @typedef {import('../../client/types.js').ConversationStore} ConversationStore
 * @typedef {import('../../client/types.js').Message} Message
 */

/** State of the open conversation, reset when another is opened. */
export const openOf = perMessenger(() => ({
  id: '',
  /** The number the divider stands before; it stays while the conversation is open. @type {number | null} */
  divider: null,
  /** Whether the first unread message has yet to be loaded. */
  waits: false,
  /** As of this frame. @type {Message[]} */
  messages: [],
  settled: false,
  since: 0,
  away: false,
  /** The highest number of an incoming message that was on the screen. */
  seen: 0,
}));

export const attentive = () => document.visibilityState === 'visible' && document.hasFocus();

/** @param {Context} ctx @param {string} id */
export function enter(ctx, id) {
  const open = openOf(ctx);
  if (open.id === id) return;
  Object.assign(open, { id, divider: null, waits: false, messages: [], settled: false, since: Date.now(), away: false, seen: 0 });
  if (id) ctx.client.conversation(id).loadLatest();
}

/** Limits for searching the first unread message before the end is shown. */
const farthest = 600;
const patience = 2_000;

/** Whether all unread messages are loaded. @param {ConversationStore} conversation @param {Message[]} messages */
function allHere({ unread, hasOlder }, messages) {
  const here = messages.filter((each) => !each.own && each.status !== 'read' && !each.deleted).length;
  return here >= unread || !hasOlder;
}

/**
 * Whether the first unread message has yet to be loaded. Waiting avoids showing the end first and then
 * jumping.
 *
 * @param {Context} ctx
 * @param {ConversationStore} conversation
 * @param {Message[]} messages
 */
export function reaching(ctx, conversation, messages) {
  const open = openOf(ctx);
  const { unread, loadError, loading } = conversation;
  const late = messages.length >= farthest || Date.now() - open.since > patience;
  if (open.settled || !unread || late || loadError || allHere(conversation, messages)) return false;
  if (!loading) conversation.loadOlder();
  setTimeout(ctx.schedule, patience);
  return true;
}

/** Sets the position of the divider. @param {Context} ctx @param {ConversationStore} conversation @param {Message[]} messages */
export function divide(ctx, conversation, messages) {
  const open = openOf(ctx);
  // A first message that arrives in an open, empty conversation needs no divider.
  const empty = conversation.state === 'known' && !conversation.hasOlder && !conversation.unread;
  const ready = messages.length > 0 || empty;
  const arrivedUnseen = open.settled && open.divider === null && !attentive();
  if (!ready || (open.settled && !arrivedUnseen)) return;
  open.settled = true;
  open.divider = conversation.unread && allHere(conversation, messages) ? conversation.firstUnreadSeq : null;
}

/** @param {Context} ctx @param {ConversationStore} conversation @param {{away: boolean, seen: number}} position */
export function moved(ctx, conversation, { away, seen }) {
  const open = openOf(ctx);
  const known = open.away === away && seen <= open.seen;
  open.away = away;
  open.seen = Math.max(open.seen, seen);
  if (seen && conversation.unread && attentive()) queueMicrotask(() => conversation.read(open.seen));
  if (!known) ctx.schedule();
}

/** Incoming messages below the screen. @param {Context} ctx @param {Message[]} messages */
export function below(ctx, messages) {
  let count = 0;
  for (let at = messages.length - 1; at >= 0; at--) {
    const message = messages[at];
    if (!message || (message.seq && message.seq <= openOf(ctx).seen)) break;
    if (!message.own) count++;
  }
  return count;
}
