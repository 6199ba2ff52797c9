import { html, nothing } from '../lit.js';
import { client } from '../client.js';
import { state } from '../state.js';
import { follow, navigate } from '../router.js';
import { number, t } from '../language.js';
import { brief, exact } from '../dates.js';
import { avatar } from '../parts/avatar.js';
import { icon } from '../parts/icon.js';
import { place } from '../parts/place.js';
import { isStuck, preview, previewText } from './preview.js';
import { contextMenu, more, press } from './row-menu.js';

/** @typedef {import('../../client/types.js').Conversation} Conversation */

/**
 * Height of a row in pixels. All rows are equally high, so that positions need no measuring. It scales
 * with the font size, as in style/inbox.css.
 */
export const rowHeight = 4.5 * parseFloat(getComputedStyle(document.documentElement).fontSize);

/** @param {number} count */
export const countText = (count) => (count > 999 ? '999+' : number(count));

/** Presence is unknown without a connection. @param {Conversation} conversation */
const isOnline = (conversation) => conversation.presence.online && client.connection.state !== 'offline';

/** The accessible name of a row: all its content as one sentence. @param {Conversation} conversation */
function sentence(conversation) {
  const parts = [conversation.other.full_name];
  if (isOnline(conversation)) parts.push(t('online'));
  if (conversation.unread) parts.push(t('unread', { count: conversation.unread }));
  if (conversation.blocked) parts.push(t('blocked'));
  if (isStuck(conversation.lastMessage)) parts.push(t('status.failed'));
  parts.push(conversation.typing ? t('typing') : t('row.last', { text: previewText(conversation) }));
  if (conversation.lastMessage) parts.push(brief(conversation.lastMessage.createdAt));
  return `${parts.join('. ')}.`;
}

/** @param {Conversation} conversation */
const menuLabel = (conversation) => t('row.menu', { name: conversation.other.full_name });

/**
 * @param {Conversation} conversation
 * @param {number} index
 * @param {{total: number, focused: boolean}} list
 */
export function row(conversation, index, { total, focused }) {
  const { other, lastMessage, unread } = conversation;
  const online = isOnline(conversation);
  const current = state.route.id === conversation.id;
  return html`<li class="row" ${place({ transform: `translateY(${index * rowHeight}px)` })}
      aria-setsize=${total} aria-posinset=${index + 1}>
    <a class="row__link ${current ? 'row__link--current' : ''} ${unread ? 'row__link--unread' : ''}"
      href="/c/${conversation.id}" data-id=${conversation.id} data-index=${index} tabindex=${focused ? 0 : -1}
      aria-current=${current ? 'page' : nothing} @click=${follow}
      @contextmenu=${contextMenu} @pointerdown=${press.down} @pointerup=${press.stop} @pointercancel=${press.stop}
      @pointermove=${press.stop} draggable="false">
      <span class="heard">${sentence(conversation)}</span>
      ${avatar(other, { online })}
      <span class="row__text" aria-hidden="true">
        <span class="row__top">
          <span class="row__name ellipsis"><bdi>${other.full_name}</bdi></span>
          ${lastMessage
            ? html`<time class="row__time" datetime=${lastMessage.createdAt} title=${exact(lastMessage.createdAt)}>${brief(
                lastMessage.createdAt,
              )}</time>`
            : nothing}
        </span>
        <span class="row__bottom">
          <span class="row__preview ellipsis">${preview(conversation)}</span>
          ${conversation.blocked ? icon('ban') : nothing}
          ${unread ? html`<span class="badge">${countText(unread)}</span>` : nothing}
        </span>
      </span>
    </a>
    <button class="icon-button row__more" type="button" tabindex="-1" aria-haspopup="menu"
      aria-label=${menuLabel(conversation)} @click=${(/** @type {Event} */ event) => more(event, conversation)}>
      ${icon('more')}
    </button>
  </li>`;
}

/** A placeholder while the list loads. */
export function skeletonRow() {
  return html`<div class="row-skeleton"><span class="skeleton skeleton--circle"></span><span class="skeleton skeleton--line"></span
    ><span class="skeleton skeleton--line skeleton--short"></span></div>`;
}

/** @param {string} id */
export const go = (id) => navigate(`/c/${encodeURIComponent(id)}`);
