import { perMessenger } from '../core/per-messenger.js';
import { announce } from '../attention/announce.js';
import { gist } from '../parts/gist.js';
import { attentive } from './pane-state.js';

/** @typedef {import('../core/context.js').Context} Context */

/** @typedef {import('../../client/types.js').Message} Message */

/** What was announced for the open conversation, so that nothing is announced twice and history not at all. */
const saidOf = perMessenger(() => ({ id: '', seq: 0, key: '', status: '', late: false }));

/** @param {Message[]} messages */
function newest(messages) {
  return messages.findLast((each) => each.seq && !each.own)?.seq ?? 0;
}

/** Announces the status of the own latest message: sent or not sent. @param {Context} ctx @param {Message[]} messages */
function tellOwn(ctx, messages) {
  const said = saidOf(ctx);
  const own = messages.findLast((each) => each.own);
  const status = own?.status ?? '';
  const moved = own?.key === said.key && status !== said.status && ['waiting', 'sending'].includes(said.status);
  if (moved && ['sent', 'delivered', 'read', 'failed'].includes(status)) announce(ctx, ctx.t(status === 'failed' ? 'status.failed' : 'status.sent'));
  Object.assign(said, { key: own?.key ?? '', status });
}

/** Announces overdue messages once, when the first of them is overdue. @param {Context} ctx @param {Message[]} messages */
function tellLate(ctx, messages) {
  const said = saidOf(ctx);
  const late = messages.some((each) => each.late);
  if (late && !said.late) announce(ctx, `${ctx.t('failed')} ${ctx.t('late')}`);
  said.late = late;
}

/**
 * Announces events in the open conversation to screen readers.
 *
 * @param {Context} ctx
 * @param {import('../../client/types.js').ConversationStore} conversation
 * @param {Message[]} messages
 */
export function speak(ctx, conversation, messages) {
  const said = saidOf(ctx);
  const seq = newest(messages);
  if (said.id !== conversation.id) Object.assign(said, { id: conversation.id, seq: 0, key: '', status: '', late: false });
  if (said.seq > 0 && seq > said.seq && attentive()) {
    const message = /** @type {Message} */ (messages.findLast((each) => each.seq === seq));
    if (!message.deleted) announce(ctx, ctx.t('message.arrived', { name: conversation.other?.full_name ?? '', text: gist(ctx, message).slice(0, 200) }));
  }
  said.seq = seq;
  tellOwn(ctx, messages);
  tellLate(ctx, messages);
}
