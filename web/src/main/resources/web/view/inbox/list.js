import { html, nothing, ref, repeat } from '../lit.js';
import { client } from '../client.js';
import { afterDraw, schedule } from '../loop.js';
import { state } from '../state.js';
import { t } from '../language.js';
import { place } from '../parts/place.js';
import { rove } from '../parts/rove.js';
import { row, rowHeight, skeletonRow } from './row.js';
import { emptyInbox, emptyUnread } from './empty.js';

/** Rows drawn beyond the edge of the window, so that fast scrolling shows no blank area. */
const margin = 8;

const scroll = { top: 0, height: 800, focused: 0 };
/** @type {HTMLElement | null} */
let scroller = null;

/** The open conversation stays in the unread list, so that reading it does not remove its row. */
export function visibleConversations() {
  return client.inbox.items.filter((each) => {
    return state.filter === 'all' || each.unread > 0 || each.id === state.route.id;
  });
}

/** @param {number} count */
function range(count) {
  const first = Math.max(0, Math.floor(scroll.top / rowHeight) - margin);
  const last = Math.min(count, Math.ceil((scroll.top + scroll.height) / rowHeight) + margin);
  return { first: Math.min(first, count), last };
}

/** @param {Event} event */
function scrolled(event) {
  const element = /** @type {HTMLElement} */ (event.currentTarget);
  const moved = Math.abs(element.scrollTop - scroll.top) >= rowHeight;
  if (!moved && element.clientHeight === scroll.height) return;
  scroll.top = element.scrollTop;
  scroll.height = element.clientHeight;
  schedule();
}

const resized = new ResizeObserver(([entry]) => {
  if (!entry || entry.contentRect.height === scroll.height) return;
  scroll.height = entry.contentRect.height;
  schedule();
});

/** @param {Element | undefined} element */
function attach(element) {
  if (scroller) resized.unobserve(scroller);
  scroller = /** @type {HTMLElement | null} */ (element ?? null);
  if (!scroller) return;
  resized.observe(scroller);
  scroller.scrollTop = scroll.top;
}

/** @param {KeyboardEvent} event */
function steer(event) {
  const total = visibleConversations().length;
  const link = /** @type {HTMLElement} */ (event.target);
  if (!link.dataset['index']) return;
  const to = rove(event, Number(link.dataset['index']), total);
  if (to === null) return;
  event.preventDefault();
  focusRow(to);
}

/** @param {number} index */
export function focusRow(index) {
  if (!scroller) return;
  scroll.focused = index;
  const top = index * rowHeight;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  const bottom = top + rowHeight - scroller.clientHeight;
  if (bottom > scroller.scrollTop) scroller.scrollTop = bottom;
  scroll.top = scroller.scrollTop;
  afterDraw(() => {
    const link = /** @type {HTMLElement | null | undefined} */ (scroller?.querySelector(`[data-index="${index}"]`));
    link?.focus({ preventScroll: true });
  });
}

/** @param {number} shown */
function loadMoreIfNear(shown) {
  const { hasMore, loading } = client.inbox;
  if (hasMore && !loading && scroll.top + 2 * scroll.height > shown * rowHeight) client.inbox.loadMore();
}

export function conversationList() {
  const items = visibleConversations();
  queueMicrotask(() => loadMoreIfNear(items.length));
  if (!items.length && client.inbox.loading) {
    return html`<div class="list scroll" aria-busy="true">${Array.from({ length: 8 }, skeletonRow)}</div>`;
  }
  if (!items.length) return state.filter === 'unread' ? emptyUnread() : emptyInbox();
  const { first, last } = range(items.length);
  const chosen = items.findIndex((each) => each.id === state.route.id);
  const focused = Math.min(items.length - 1, chosen >= 0 && scroll.focused === 0 ? chosen : scroll.focused);
  const tabStop = focused >= first && focused < last ? focused : first;
  return html`<div class="list scroll" @scroll=${scrolled} ${ref(attach)}>
    <ul class="list__rows" role="list" aria-label=${t('inbox')} ${place({ height: `${items.length * rowHeight}px` })}
      @keydown=${steer}>
      ${repeat(
        items.slice(first, last),
        (each) => each.id,
        (each, index) => row(each, first + index, { total: items.length, focused: first + index === tabStop }),
      )}
    </ul>
    ${client.inbox.loading && client.inbox.hasMore ? skeletonRow() : nothing}
  </div>`;
}
