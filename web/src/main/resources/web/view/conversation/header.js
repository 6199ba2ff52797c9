import { html, nothing } from '../lit.js';
import { lastSeen } from '../dates.js';
import { avatar } from '../parts/avatar.js';
import { icon } from '../parts/icon.js';
import { openMenuAt } from '../overlay/menu.js';
import { rowActions } from '../inbox/actions.js';

/** @typedef {import('../core/context.js').Context} Context */

/** @typedef {import('../../client/types.js').ConversationStore} ConversationStore */

/** @param {Context} ctx @param {ConversationStore} conversation */
function presence(ctx, { typing, blocked, presence: { online, lastSeen: time } }) {
  if (blocked) return ctx.t('blocked');
  // Presence is unknown without a connection.
  if (ctx.client.connection.state === 'offline') return '';
  if (typing) return html`<span class="chat__typing">${ctx.t('typing')}</span>`;
  if (online) return html`<span class="chat__online">${ctx.t('online')}</span>`;
  return lastSeen(ctx, time);
}

/** @param {Context} ctx @param {Event} event @param {string} id */
function more(ctx, event, id) {
  const found = rowActions(ctx, id);
  if (found) openMenuAt(ctx, event, found.label, found.items);
}

/** @param {Context} ctx @param {ConversationStore} conversation */
export function header(ctx, conversation) {
  const { other, id } = conversation;
  const shown = presence(ctx, conversation);
  const elsewhere = ctx.client.inbox.totalUnread - conversation.unread;
  return html`<header class="chat__header" part="conversation-header">
    <button class="icon-button chat__back only-narrow" type="button" @click=${ctx.back}>
      <span class="heard">${elsewhere ? ctx.t('back.unread', { count: elsewhere }) : ctx.t('back')}</span>${icon('back')}${elsewhere ? html`<span class="badge chat__elsewhere" aria-hidden="true">${elsewhere > 99 ? '99+' : elsewhere}</span>` : nothing}
    </button>
    ${other ? avatar(ctx, other, { size: 'small', online: conversation.presence.online && !conversation.blocked && ctx.client.connection.state !== 'offline' }) : html`<span class="avatar avatar--small skeleton skeleton--circle"></span>`}
    <div class="chat__who">
      <h2 class="chat__name ellipsis"><bdi>${other?.full_name ?? ''}</bdi></h2>
      ${shown ? html`<p class="chat__presence ellipsis">${shown}</p>` : nothing}
    </div>
    <button class="icon-button" type="button" aria-haspopup="menu" aria-label=${ctx.t('conversation.menu')}
      @click=${(/** @type {Event} */ event) => more(ctx, event, id)}>${icon('more')}</button>
  </header>`;
}
