import { html, nothing } from '../lit.js';
import { t } from '../language.js';
import { clock, exact } from '../dates.js';
import { icon } from '../parts/icon.js';
import { attachments } from '../files/attachments.js';
import { failure } from './failure.js';
import { isLarge } from './large.js';
import { linked } from './links.js';
import { bubbleMenu, messageMenu, press } from './message-menu.js';
import { tick } from './tick.js';

/**
 * @typedef {import('../../client/types.js').Message} Message
 * @typedef {import('../../client/types.js').ConversationStore} ConversationStore
 */

/** @param {Message} message */
function meta(message) {
  return html`<span class="meta"><time datetime=${message.createdAt} title=${exact(message.createdAt)}>${clock(
    message.createdAt,
  )}</time>${message.own && !message.deleted ? tick(message.late ? 'failed' : message.status) : nothing}</span>`;
}

/** @param {Message} message */
function tombstone(message) {
  const words = t(message.own ? 'message.deleted_own' : 'message.deleted');
  return html`<p class="bubble__text bubble__gone">${icon('ban')}<span>${words}</span>${meta(message)}</p>`;
}

/** @param {Message} message */
function words(message) {
  if (!message.content) return meta(message);
  // The empty element reserves space on the last line for the time.
  return html`<p class="bubble__text"><span class="bubble__words" dir="auto">${linked(message.content)}</span><span
      class="bubble__room ${message.own ? 'bubble__room--own' : ''}" data-time=${clock(message.createdAt)} aria-hidden="true"></span>${meta(message)}</p>`;
}

/** @param {Message} message */
function shape({ deleted, type, content }) {
  if (deleted) return 'bubble bubble--gone';
  if (type === 'image') return content ? 'bubble bubble--media' : 'bubble bubble--media bubble--picture';
  if (type === 'file') return 'bubble bubble--files';
  return isLarge(content ?? '') ? 'bubble bubble--large' : 'bubble';
}

/** @param {ConversationStore} conversation @param {Message} message @param {boolean} focused */
function more(conversation, message, focused) {
  if ((!message.id && message.status !== 'waiting') || message.deleted) return nothing;
  return html`<button class="icon-button message__more" type="button" tabindex=${focused ? 0 : -1} aria-haspopup="menu"
    aria-label=${t('message.menu')} @click=${(/** @type {Event} */ event) => messageMenu(event, conversation, message)}>
    ${icon('more')}
  </button>`;
}

/**
 * One message.
 *
 * @param {ConversationStore} conversation
 * @param {import('./timeline.js').MessageItem} item
 * @param {boolean} focused whether it is the list's tab stop
 */
export function bubble(conversation, item, focused) {
  const { message, first, last } = item;
  const who = message.own ? t('you') : (conversation.other?.full_name ?? '');
  const side = message.own ? 'message--own' : 'message--other';
  return html`<div class="message ${side} ${first ? 'message--first' : ''} ${last ? 'message--last' : ''}" role="article"
      tabindex=${focused ? 0 : -1} data-key=${message.key} aria-label=${t('message.of', { name: who })}
      @contextmenu=${(/** @type {MouseEvent} */ event) => bubbleMenu(event, conversation, message)}
      @pointerdown=${press.down} @pointerup=${press.stop} @pointermove=${press.stop} @pointercancel=${press.stop}>
    <div class="message__line">
      <div class=${shape(message)}>
        ${message.deleted ? tombstone(message) : html`${attachments(message, focused ? 0 : -1)}${words(message)}`}
      </div>
      ${more(conversation, message, focused)}
    </div>
    ${failure(conversation, item, focused ? 0 : -1)}
  </div>`;
}
