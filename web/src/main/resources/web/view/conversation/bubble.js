import { html, nothing } from '../lit.js';
import { clock, exact } from '../dates.js';
import { icon } from '../parts/icon.js';
import { attachments } from '../files/attachments.js';
import { failure } from './failure.js';
import { isLarge } from './scroll/large.js';
import { linked } from './links.js';
import { notice } from './notice.js';
import { bubbleMenu, messageMenu, pressOf } from './message-menu.js';
import { tick } from './tick.js';

/** @typedef {import('../core/context.js').Context} Context */

/**
 * @typedef {import('../../client/types.js').Message} Message
 * @typedef {import('../../client/types.js').ConversationStore} ConversationStore
 */

/** @param {Context} ctx @param {Message} message */
function meta(ctx, message) {
  return html`<span class="meta"><time datetime=${message.createdAt} title=${exact(ctx, message.createdAt)}>${clock(ctx,
    message.createdAt,
  )}</time>${message.own && !message.deleted ? tick(ctx, message.late ? 'failed' : message.status) : nothing}</span>`;
}

/** @param {Context} ctx @param {Message} message */
function tombstone(ctx, message) {
  const words = ctx.t(message.own ? 'message.deleted_own' : 'message.deleted');
  return html`<p class="bubble__text bubble__gone">${icon('ban')}<span>${words}</span>${meta(ctx, message)}</p>`;
}

/** Begins with a letter of a script that runs to the left. */
const toTheLeft = /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** The time stands at the end of the last paragraph. @param {string} content */
const endsLeft = (content) => toTheLeft.test(content.slice(content.trimEnd().lastIndexOf('\n') + 1));

/** @param {Context} ctx @param {Message} message */
function words(ctx, message) {
  if (!message.content) return meta(ctx, message);
  // The empty element reserves space on the last line for the time.
  return html`<p class="bubble__text ${endsLeft(message.content) ? 'bubble__text--rtl' : ''}"><span class="bubble__words">${linked(message.content)}</span><span
      class="bubble__room ${message.own ? 'bubble__room--own' : ''}" data-time=${clock(ctx, message.createdAt)} aria-hidden="true"></span>${meta(ctx, message)}</p>`;
}

/** @param {Message} message */
function shape({ deleted, type, content }) {
  if (deleted) return 'bubble bubble--gone';
  if (type === 'image') return content ? 'bubble bubble--media' : 'bubble bubble--media bubble--picture';
  if (type === 'file') return 'bubble bubble--files';
  return isLarge(content ?? '') ? 'bubble bubble--large' : 'bubble';
}

/** @param {Context} ctx @param {ConversationStore} conversation @param {Message} message @param {boolean} focused */
function more(ctx, conversation, message, focused) {
  if ((!message.id && message.status !== 'waiting') || message.deleted) return nothing;
  return html`<button class="icon-button message__more" type="button" tabindex=${focused ? 0 : -1} aria-haspopup="menu"
    aria-label=${ctx.t('message.menu')} @click=${(/** @type {Event} */ event) => messageMenu(ctx, event, conversation, message)}>
    ${icon('more')}
  </button>`;
}

/**
 * One message.
 *
 * @param {Context} ctx
 * @param {ConversationStore} conversation
 * @param {import('./timeline.js').MessageItem} item
 * @param {boolean} focused whether it is the list's tab stop
 */
export function bubble(ctx, conversation, item, focused) {
  const press = pressOf(ctx);
  const { message, first, last } = item;
  if (message.type === 'system') return notice(ctx, message, focused);
  const who = message.own ? ctx.t('you') : (message.author ?? conversation.other?.full_name ?? '');
  const side = message.own ? 'message--own' : 'message--other';
  return html`<div class="message ${side} ${first ? 'message--first' : ''} ${last ? 'message--last' : ''}" role="article"
      tabindex=${focused ? 0 : -1} data-key=${message.key} aria-label=${ctx.t('message.of', { name: who })}
      @contextmenu=${(/** @type {MouseEvent} */ event) => bubbleMenu(ctx, event, conversation, message)}
      @pointerdown=${press.down} @pointerup=${press.stop} @pointermove=${press.stop} @pointercancel=${press.stop}>
    <div class="message__line">
      <div class=${shape(message)} part="bubble ${message.own ? 'bubble-own' : 'bubble-other'}">
        ${conversation.isGroup && first && !message.own ? html`<p class="bubble__author ellipsis"><bdi>${who}</bdi></p>` : nothing}
        ${message.deleted ? tombstone(ctx, message) : html`${attachments(ctx, message, focused ? 0 : -1)}${words(ctx, message)}`}
      </div>
      ${more(ctx, conversation, message, focused)}
    </div>
    ${failure(ctx, conversation, item, focused ? 0 : -1)}
  </div>`;
}
