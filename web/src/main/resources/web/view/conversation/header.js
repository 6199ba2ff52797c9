import { html, nothing } from '../lit.js';
import { client } from '../client.js';
import { back } from '../router.js';
import { t } from '../language.js';
import { lastSeen } from '../dates.js';
import { avatar } from '../parts/avatar.js';
import { icon } from '../parts/icon.js';
import { openMenuAt } from '../parts/menu.js';
import { rowActions } from '../inbox/actions.js';

/** @typedef {import('../../client/types.js').ConversationStore} ConversationStore */

/** @param {ConversationStore} conversation */
function presence({ typing, blocked, presence: { online, lastSeen: time } }) {
  if (blocked) return t('blocked');
  // Presence is unknown without a connection.
  if (client.connection.state === 'offline') return '';
  if (typing) return html`<span class="chat__typing">${t('typing')}</span>`;
  if (online) return html`<span class="chat__online">${t('online')}</span>`;
  return lastSeen(time);
}

/** @param {Event} event @param {string} id */
function more(event, id) {
  const found = rowActions(id);
  if (found) openMenuAt(event, found.label, found.items);
}

/** @param {ConversationStore} conversation */
export function header(conversation) {
  const { other, id } = conversation;
  const shown = presence(conversation);
  const elsewhere = client.inbox.totalUnread - conversation.unread;
  return html`<header class="chat__header">
    <button class="icon-button chat__back only-narrow" type="button" @click=${back}>
      <span class="heard">${elsewhere ? t('back.unread', { count: elsewhere }) : t('back')}</span>${icon('back')}${elsewhere ? html`<span class="badge chat__elsewhere" aria-hidden="true">${elsewhere > 99 ? '99+' : elsewhere}</span>` : nothing}
    </button>
    ${other ? avatar(other, { size: 'small', online: conversation.presence.online && !conversation.blocked && client.connection.state !== 'offline' }) : html`<span class="avatar avatar--small skeleton skeleton--circle"></span>`}
    <div class="chat__who">
      <h2 class="chat__name ellipsis"><bdi>${other?.full_name ?? ''}</bdi></h2>
      ${shown ? html`<p class="chat__presence ellipsis">${shown}</p>` : nothing}
    </div>
    <button class="icon-button" type="button" aria-haspopup="menu" aria-label=${t('conversation.menu')}
      @click=${(/** @type {Event} */ event) => more(event, id)}>${icon('more')}</button>
  </header>`;
}
