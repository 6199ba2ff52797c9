import { html, keyed, nothing } from '../lit.js';
import { day } from '../dates.js';
import { avatar } from '../parts/avatar.js';
import { explain } from '../parts/problem.js';
import { icon } from '../parts/icon.js';
import { empty } from '../inbox/empty.js';
import { composer } from '../composer/composer.js';
import { dropEventsOf, dropOverlay } from '../composer/drop.js';
import { bubble } from './bubble.js';
import { header } from './header.js';
import { jumpToEnd } from './scroll/jump.js';
import { dayLine, divider } from './message-list.js';
import { below, moved, openOf } from './pane-state.js';
import { timeline } from './timeline.js';

/** @typedef {import('../core/context.js').Context} Context */

/**
 * @typedef {import('../../client/types.js').ConversationStore} ConversationStore
 * @typedef {import('../../client/types.js').Message} Message
 * @typedef {import('./timeline.js').Item} Item
 */

const skeletons = () =>
  html`<div class="messages__skeleton" aria-hidden="true">${[1, 2, 3, 4].map(() => html`<div class="skeleton skeleton--bubble"></div>`)}</div>`;

/**
 * The content above the first message: a loading indicator, an error, or the beginning.
 *
 * @param {Context} ctx
 * @param {ConversationStore} conversation
 * @param {Message[]} messages
 */
function top(ctx, conversation, messages) {
  const { loadError, other } = conversation;
  if (loadError) {
    return html`<div class="messages__fault" role="alert"><p>${explain(ctx, loadError)}</p>
      <button class="button button--quiet" type="button" @click=${() => conversation.loadOlder()}>${ctx.t('retry')}</button></div>`;
  }
  if (conversation.hasOlder || (conversation.loading && !messages.length)) return skeletons();
  if (!other) return nothing;
  return html`<div class="beginning">
    ${avatar(ctx, other, { size: 'large' })}
    <p class="beginning__name"><bdi>${other.full_name}</bdi></p>
    <p>${ctx.t(messages.length ? 'conversation.beginning' : 'conversation.empty', { name: other.full_name })}</p>
  </div>`;
}

/** @param {ConversationStore} conversation */
function typing({ typing: shown }) {
  return shown
    ? html`<div class="message message--other message--first" aria-hidden="true"><div class="bubble bubble--typing"><span class="dots"><i></i><i></i><i></i></span></div></div>`
    : nothing;
}

/** @param {Context} ctx @param {ConversationStore} conversation @param {Message[]} messages */
function list(ctx, conversation, messages) {
  const { waits } = openOf(ctx);
  return {
    label: ctx.t('messages.with', { name: conversation.other?.full_name ?? '' }),
    items: waits ? [] : timeline(ctx, messages, openOf(ctx).divider),
    top: waits ? skeletons() : top(ctx, conversation, messages),
    end: typing(conversation),
    dayOf: (/** @type {string} */ time) => day(ctx, time),
    /** @param {Item} item @param {boolean} focused */
    drawItem(item, focused) {
      if (item.kind === 'day') return dayLine(ctx, item.time);
      return item.kind === 'unread' ? divider(ctx) : bubble(ctx, conversation, item, focused);
    },
    nearTop() {
      if (!waits && conversation.hasOlder && !conversation.loading && !conversation.loadError) queueMicrotask(() => conversation.loadOlder());
    },
    /** @param {{away: boolean, seen: number}} position */
    moved: (position) => moved(ctx, conversation, position),
  };
}

/** @param {Context} ctx @param {Message[]} messages */
function jump(ctx, messages) {
  if (!openOf(ctx).away) return nothing;
  const count = below(ctx, messages);
  return html`<button class="icon-button jump" type="button" @click=${ctx.bind(jumpToEnd)}>
    <span class="heard">${count ? ctx.t('jump.count', { count }) : ctx.t('jump')}</span>${icon('down')}${count ? html`<span class="badge" aria-hidden="true">${count}</span>` : nothing}
  </button>`;
}

/** @param {Context} ctx */
function lost(ctx) {
  const action = { label: ctx.t('back.list'), run: () => ctx.navigate('/', { replace: true }) };
  return html`<main class="pane pane--empty" id="main" tabindex="-1" aria-label=${ctx.t('gone.title')}>
    ${empty({ icon: 'alert', title: ctx.t('gone.title'), text: ctx.t('gone.text'), action })}
  </main>`;
}

/** @param {Context} ctx */
export function conversationPane(ctx) {
  const dropEvents = dropEventsOf(ctx);
  const id = ctx.state.route.id ?? '';
  const conversation = ctx.client.conversation(id);
  if (conversation.state === 'gone' || conversation.state === 'denied') return lost(ctx);
  const name = conversation.other?.full_name ?? '';
  const { messages } = openOf(ctx);
  return html`<main class="pane chat" part="conversation" id="main" tabindex="-1" aria-label=${ctx.t('conversation.with', { name })}
      @dragenter=${dropEvents.enter} @dragover=${dropEvents.over} @dragleave=${dropEvents.leave} @drop=${dropEvents.drop}>
    ${header(ctx, conversation)}
    <div class="chat__body">
      ${keyed(id, html`<message-list class="messages scroll" .model=${list(ctx, conversation, messages)}></message-list>`)}
      ${jump(ctx, messages)}
    </div>
    ${composer(ctx, conversation)} ${ctx.state.dragging ? dropOverlay(ctx) : nothing}
  </main>`;
}
