import { perMessenger } from '../core/per-messenger.js';
import { attempt } from '../parts/problem.js';
import { divide, enter, openOf, reaching } from './pane-state.js';
import { speak } from './spoken.js';

/**
 * What happens because a conversation is open, once per frame and before it is drawn, so that drawing
 * itself changes nothing.
 *
 * @typedef {import('../core/context.js').Context} Context
 */

const askedOf = perMessenger(() => ({ person: '' }));

/** Whether conversations can be shown: somebody is signed in, or was. @param {Context} ctx */
const isInside = (ctx) => ['in', 'expired'].includes(ctx.client.session.state);

/** @param {Context} ctx */
export function followConversation(ctx) {
  const { name, id = '' } = ctx.state.route;
  const isShown = isInside(ctx) && ctx.view !== 'inbox';
  if (isShown && name === 'conversation') follow(ctx, id);
  else enter(ctx, '');
  if (isInside(ctx) && name === 'person') openPerson(ctx, id);
  else askedOf(ctx).person = '';
}

/** @param {Context} ctx @param {string} id */
function follow(ctx, id) {
  enter(ctx, id);
  const conversation = ctx.client.conversation(id);
  if (conversation.state === 'gone' || conversation.state === 'denied') return;
  const open = openOf(ctx);
  // Read once, because the client rebuilds the list on each access.
  open.messages = conversation.messages;
  open.waits = reaching(ctx, conversation, open.messages);
  if (!open.waits) divide(ctx, conversation, open.messages);
  speak(ctx, conversation, open.messages);
}

/** `/u/{id}` leads to the conversation with a person. @param {Context} ctx @param {string} id */
async function openPerson(ctx, id) {
  const asked = askedOf(ctx);
  if (asked.person === id) return;
  asked.person = id;
  const conversation = await attempt(ctx, ctx.client.inbox.open(id));
  if (ctx.state.route.name === 'person' && ctx.state.route.id === id) {
    ctx.navigate(conversation ? `/c/${conversation}` : '/', { replace: true });
  }
}
