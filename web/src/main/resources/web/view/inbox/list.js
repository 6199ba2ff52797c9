import { perMessenger } from '../core/per-messenger.js';
import { html, nothing, ref, repeat } from '../lit.js';
import { place } from '../overlay/place.js';
import { rove } from '../overlay/rove.js';
import { row, rowHeight, skeletonRow } from './row.js';
import { emptyInbox, emptyUnread } from './empty.js';

/** @typedef {import('../core/context.js').Context} Context */

/** Rows drawn beyond the edge of the window, so that fast scrolling shows no blank area. */
const margin = 8;

const scrollOf = perMessenger((ctx) => {
  const own = {
    top: 0,
    height: 800,
    focused: 0,
    element: /** @type {HTMLElement | null} */ (null),
    resized: new ResizeObserver(([entry]) => {
      if (!entry || entry.contentRect.height === own.height) return;
      own.height = entry.contentRect.height;
      ctx.schedule();
    }),
  };
  return own;
});

/** The open conversation stays in the unread list, so that reading it does not remove its row. @param {Context} ctx */
export function visibleConversations(ctx) {
  return ctx.client.inbox.items.filter((each) => {
    return ctx.state.filter === 'all' || each.unread > 0 || each.id === ctx.state.route.id;
  });
}

/** @param {Context} ctx @param {number} count */
function range(ctx, count) {
  const scroll = scrollOf(ctx);
  const first = Math.max(0, Math.floor(scroll.top / rowHeight) - margin);
  const last = Math.min(count, Math.ceil((scroll.top + scroll.height) / rowHeight) + margin);
  return { first: Math.min(first, count), last };
}

/** @param {Context} ctx @param {Event} event */
function scrolled(ctx, event) {
  const element = /** @type {HTMLElement} */ (event.currentTarget);
  const own = scrollOf(ctx);
  const moved = Math.abs(element.scrollTop - own.top) >= rowHeight;
  if (!moved && element.clientHeight === own.height) return;
  own.top = element.scrollTop;
  own.height = element.clientHeight;
  ctx.schedule();
}

/** @param {Context} ctx @param {Element | undefined} element */
function attach(ctx, element) {
  const own = scrollOf(ctx);
  if (own.element) own.resized.unobserve(own.element);
  own.element = /** @type {HTMLElement | null} */ (element ?? null);
  if (!own.element) return;
  own.resized.observe(own.element);
  own.element.scrollTop = own.top;
}

/** @param {Context} ctx @param {KeyboardEvent} event */
function steer(ctx, event) {
  const total = visibleConversations(ctx).length;
  const link = /** @type {HTMLElement} */ (event.target);
  if (!link.dataset['index']) return;
  const to = rove(event, Number(link.dataset['index']), total);
  if (to === null) return;
  event.preventDefault();
  focusRow(ctx, to);
}

/** @param {Context} ctx @param {number} index */
export function focusRow(ctx, index) {
  const own = scrollOf(ctx);
  const scroller = own.element;
  if (!scroller) return;
  own.focused = index;
  const top = index * rowHeight;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  const bottom = top + rowHeight - scroller.clientHeight;
  if (bottom > scroller.scrollTop) scroller.scrollTop = bottom;
  own.top = scroller.scrollTop;
  ctx.afterDraw(() => {
    const link = /** @type {HTMLElement | null | undefined} */ (own.element?.querySelector(`[data-index="${index}"]`));
    link?.focus({ preventScroll: true });
  });
}

/** @param {Context} ctx @param {number} shown */
export function loadMoreIfNear(ctx, shown = visibleConversations(ctx).length) {
  const scroll = scrollOf(ctx);
  const { hasMore, loading } = ctx.client.inbox;
  if (hasMore && !loading && scroll.top + 2 * scroll.height > shown * rowHeight) ctx.client.inbox.loadMore();
}

/** @param {Context} ctx */
export function conversationList(ctx) {
  const scroll = scrollOf(ctx);
  const items = visibleConversations(ctx);
  if (!items.length && ctx.client.inbox.loading) {
    return html`<div class="list scroll" aria-busy="true">${Array.from({ length: 8 }, skeletonRow)}</div>`;
  }
  if (!items.length) return ctx.state.filter === 'unread' ? emptyUnread(ctx) : emptyInbox(ctx);
  const { first, last } = range(ctx, items.length);
  const chosen = items.findIndex((each) => each.id === ctx.state.route.id);
  const focused = Math.min(items.length - 1, chosen >= 0 && scroll.focused === 0 ? chosen : scroll.focused);
  const tabStop = focused >= first && focused < last ? focused : first;
  return html`<div class="list scroll" @scroll=${ctx.bind(scrolled)} ${ref(ctx.bind(attach))}>
    <ul class="list__rows" role="list" aria-label=${ctx.t('inbox')} ${place({ height: `${items.length * rowHeight}px` })}
      @keydown=${ctx.bind(steer)}>
      ${repeat(
        items.slice(first, last),
        (each) => each.id,
        (each, index) => row(ctx, each, first + index, { total: items.length, focused: first + index === tabStop }),
      )}
    </ul>
    ${ctx.client.inbox.loading && ctx.client.inbox.hasMore ? skeletonRow() : nothing}
  </div>`;
}
