import { html, nothing } from '../lit.js';
import { avatar } from '../parts/avatar.js';
import { icon } from '../parts/icon.js';
import { countText } from './row.js';
import { conversationList, focusRow } from './list.js';
import { peopleResults, search, searchSteer } from '../people/search.js';

/** @typedef {import('../core/context.js').Context} Context */

/** @param {Context} ctx @param {'all' | 'unread'} name */
function filter(ctx, name) {
  const { totalUnread } = ctx.client.inbox;
  return html`<button class="chip" type="button" aria-pressed=${ctx.state.filter === name} @click=${() => ctx.set({ filter: name })}>
    ${ctx.t(`filter.${name}`)}
    ${name === 'unread' && totalUnread ? html`<span class="badge badge--quiet">${countText(ctx, totalUnread)}</span>` : nothing}
  </button>`;
}

/** @param {Context} ctx @param {KeyboardEvent} event */
function intoList(ctx, event) {
  if (ctx.state.query) searchSteer(ctx, event);
  else if (event.key === 'ArrowDown') {
    event.preventDefault();
    focusRow(ctx, 0);
  }
}

/** @param {Context} ctx */
function searchField(ctx) {
  return html`<div class="search">
    ${icon('search')}
    <input class="search__input" id="search" type="search" autocomplete="off" enterkeyhint="search"
      placeholder=${ctx.t('search.placeholder')} aria-label=${ctx.t('search.label')} .value=${ctx.state.query}
      @input=${ctx.bind(search)} @keydown=${ctx.bind(intoList)}>
  </div>`;
}

/** @param {Context} ctx */
function header(ctx) {
  const { user } = ctx.client.session;
  const fresh = ctx.state.route.name === 'new';
  return html`<header class="sidebar__header" part="sidebar-header">
    ${fresh
      ? html`<a class="icon-button" href=${ctx.href('/')} data-path="/" aria-label=${ctx.t('back')} @click=${ctx.follow}>${icon('back')}</a>`
      : html`<a class="sidebar__me" href=${ctx.href('/settings')} data-path="/settings" title=${ctx.t('settings')} @click=${ctx.follow}>
          <span class="heard">${ctx.t('settings')}</span>${user ? avatar(ctx, user, { size: 'small' }) : icon('settings')}
        </a>`}
    <h1 class="sidebar__title">${ctx.t(fresh ? 'new.title' : 'inbox')}</h1>
    ${fresh
      ? nothing
      : html`<a class="icon-button" href=${ctx.href('/new')} data-path="/new" aria-label=${ctx.t('new.title')} title=${ctx.t('new.title')} @click=${ctx.follow}>
          ${icon('compose')}
        </a>`}
  </header>`;
}

/** @param {Context} ctx */
export function sidebar(ctx) {
  const searching = ctx.state.query.trim() !== '' || ctx.state.route.name === 'new';
  return html`<nav class="sidebar" part="sidebar" id="sidebar" aria-label=${ctx.t('inbox')} tabindex="-1">
    ${header(ctx)} ${searchField(ctx)}
    ${searching
      ? peopleResults(ctx)
      : html`<div class="chips" role="group" aria-label=${ctx.t('filter.label')}>${filter(ctx, 'all')}${filter(ctx, 'unread')}</div>
          ${conversationList(ctx)}`}
  </nav>`;
}
