import { perMessenger } from '../core/per-messenger.js';
import { dayKey, timeZone } from '../dates.js';

/** @typedef {import('../core/context.js').Context} Context */

/** @typedef {import('../../client/types.js').Message} Message */

/**
 * The items of the message list, in order.
 *
 * @typedef {{kind: 'day', key: string, time: string}} DayItem
 * @typedef {{kind: 'unread', key: string}} UnreadItem
 * @typedef {{kind: 'message', key: string, message: Message, first: boolean, last: boolean}} MessageItem
 *   first and last of a group
 * @typedef {DayItem | UnreadItem | MessageItem} Item
 */

/** Consecutive messages of one person within this time form a group. */
const groupMilliseconds = 5 * 60_000;

/** @param {Context} ctx @param {Message} message */
function timeOf(ctx, message) {
  const last = lastOf(ctx);
  const known = last.times.get(message);
  if (known) return known;
  const time = { day: dayKey(message.createdAt), at: Date.parse(message.createdAt) };
  last.times.set(message, time);
  return time;
}

/** @param {Context} ctx @param {Message | undefined} one @param {Message | undefined} next */
function together(ctx, one, next) {
  if (!one || !next || one.own !== next.own || one.author !== next.author || one.type === 'system' || next.type === 'system') return false;
  const [before, after] = [timeOf(ctx, one), timeOf(ctx, next)];
  return before.day === after.day && after.at - before.at < groupMilliseconds;
}

/** Days depend on the time zone. @param {Context} ctx */
function forgetOtherZone(ctx) {
  const last = lastOf(ctx);
  if (timeZone() === last.zone) return;
  last.zone = timeZone();
  last.times = new WeakMap();
  last.messages = [];
}

/** The last result: most frames do not change the list, and an unchanged list stays the same array. */
const lastOf = perMessenger(() => ({
  messages: /** @type {Message[]} */ ([]),
  firstUnread: /** @type {number | null} */ (null),
  items: /** @type {Item[]} */ ([]),
  /** Parsing 10,000 dates takes longer than a frame, so each is cached. @type {WeakMap<Message, {day: string, at: number}>} */
  times: new WeakMap(),
  zone: '',
}));

/**
 * @param {Context} ctx
 * @param {Message[]} messages oldest first
 * @param {number | null} firstUnread the number the divider stands before
 * @returns {Item[]}
 */
export function timeline(ctx, messages, firstUnread) {
  const last = lastOf(ctx);
  forgetOtherZone(ctx);
  if (firstUnread !== last.firstUnread || !same(messages, last.messages)) {
    Object.assign(last, { messages, firstUnread, items: build(ctx, messages, firstUnread) });
  }
  return last.items;
}

/** @param {Message[]} one @param {Message[]} other */
const same = (one, other) => one.length === other.length && one.every((each, index) => each === other[index]);

/** @param {Context} ctx @param {Message[]} messages @param {number | null} firstUnread @returns {Item[]} */
function build(ctx, messages, firstUnread) {
  /** @type {Item[]} */
  const items = [];
  let divided = firstUnread === null;
  messages.forEach((message, index) => {
    const previous = messages[index - 1];
    const { day } = timeOf(ctx, message);
    if (!previous || timeOf(ctx, previous).day !== day) items.push({ kind: 'day', key: `day ${day}`, time: message.createdAt });
    const divides = !divided && !message.own && (message.seq ?? 0) >= Number(firstUnread);
    if (divides) items.push({ kind: 'unread', key: 'unread' });
    divided ||= divides;
    items.push({
      kind: 'message',
      key: message.key,
      message,
      first: divides || !together(ctx, previous, message),
      last: !together(ctx, message, messages[index + 1]),
    });
  });
  return items;
}
