import { html, nothing } from '../lit.js';
import { brief, exact } from '../dates.js';
import { avatar } from '../parts/avatar.js';
import { icon } from '../parts/icon.js';
import { place } from '../overlay/place.js';
import { isStuck, preview, previewText } from './preview.js';
import { tick } from '../conversation/tick.js';
import { contextMenu, more, pressOf } from './row-menu.js';

/** @typedef {import('../core/context.js').Context} Context */

/** @typedef {import('../../client/types.js').Conversation} Conversation */

/**
 * Height of a row in pixels. All rows are equally high, so that positions need no measuring. It scales
 * with the font size, as in style/inbox.css.
 */
export const rowHeight = 4.5 * parseFloat(getComputedStyle(document.documentElement).fontSize);

/** @param {Context} ctx @param {number} count */
export const countText = (ctx, count) => (count > 999 ? '999+' : ctx.number(count));

/** Presence is unknown without a connection. @param {Context} ctx @param {Conversation} conversation */
const isOnline = (ctx, conversation) => conversation.presence.online && ctx.client.connection.state !== 'offline';

/** The accessible name of a row: all its content as one sentence. @param {Context} ctx @param {Conversation} conversation */
function sentence(ctx, conversation) {
  const parts = [conversation.other.full_name];
  if (isOnline(ctx, conversation)) parts.push(ctx.t('online'));
  if (conversation.unread) parts.push(ctx.t('unread', { count: conversation.unread }));
  if (conversation.blocked) parts.push(ctx.t('blocked'));
  if (isStuck(conversation.lastMessage)) parts.push(ctx.t('status.failed'));
  parts.push(conversation.typing ? ctx.t('typing') : ctx.t('row.last', { text: previewText(ctx, conversation) }));
  if (conversation.lastMessage) parts.push(brief(ctx, conversation.lastMessage.createdAt));
  return `${parts.join('. ')}.`;
}

/** @param {Context} ctx @param {Conversation} conversation */
const menuLabel = (ctx, conversation) => ctx.t('row.menu', { name: conversation.other.full_name });

/**
 * @param {Context} ctx
 * @param {Conversation} conversation
 * @param {number} index
 * @param {{total: number, focused: boolean}} list
 */
export function row(ctx, conversation, index, { total, focused }) {
  const press = pressOf(ctx);
  const { other, lastMessage, unread } = conversation;
  const online = isOnline(ctx, conversation);
  const current = ctx.state.route.id === conversation.id;
  return html`<li class="row" part="row" ${place({ transform: `translateY(${index * rowHeight}px)` })}
      aria-setsize=${total} aria-posinset=${index + 1}>
    <a class="row__link ${current ? 'row__link--current' : ''} ${unread ? 'row__link--unread' : ''}"
      href=${ctx.href(`/c/${conversation.id}`)} data-path="/c/${conversation.id}" data-id=${conversation.id} data-index=${index} tabindex=${focused ? 0 : -1}
      aria-current=${current ? 'page' : nothing} @click=${ctx.follow}
      @contextmenu=${ctx.bind(contextMenu)} @pointerdown=${press.down} @pointerup=${press.stop} @pointercancel=${press.stop}
      @pointermove=${press.stop} draggable="false">
      <span class="heard">${sentence(ctx, conversation)}</span>
      ${avatar(ctx, other, { online })}
      <span class="row__text" aria-hidden="true">
        <span class="row__top">
          <span class="row__name ellipsis"><bdi>${other.full_name}</bdi></span>
          ${lastMessage
            ? html`<time class="row__time" datetime=${lastMessage.createdAt} title=${exact(ctx, lastMessage.createdAt)}>${brief(ctx,
                lastMessage.createdAt,
              )}</time>`
            : nothing}
        </span>
        <span class="row__bottom">
          <span class="row__preview ellipsis">${preview(ctx, conversation)}</span>
          ${lastMessage?.own && !lastMessage.deleted && !isStuck(lastMessage) ? tick(ctx, lastMessage.status) : nothing}
          ${conversation.blocked ? icon('ban') : nothing}
          ${unread ? html`<span class="badge">${countText(ctx, unread)}</span>` : nothing}
        </span>
      </span>
    </a>
    <button class="icon-button row__more" type="button" tabindex="-1" aria-haspopup="menu"
      aria-label=${menuLabel(ctx, conversation)} @click=${(/** @type {Event} */ event) => more(ctx, event, conversation)}>
      ${icon('more')}
    </button>
  </li>`;
}

/** A placeholder while the list loads. */
export function skeletonRow() {
  return html`<div class="row-skeleton"><span class="skeleton skeleton--circle"></span><span class="skeleton skeleton--line"></span
    ><span class="skeleton skeleton--line skeleton--short"></span></div>`;
}

/** @param {Context} ctx @param {string} id */
export const go = (ctx, id) => ctx.navigate(`/c/${encodeURIComponent(id)}`);
