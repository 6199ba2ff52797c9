import { html, nothing } from '../lit.js';
import { client } from '../client.js';
import { set, state } from '../state.js';
import { follow } from '../router.js';
import { t } from '../language.js';
import { avatar } from '../parts/avatar.js';
import { icon } from '../parts/icon.js';
import { countText } from './row.js';
import { conversationList, focusRow } from './list.js';
import { peopleResults, search, searchSteer } from '../people/search.js';

/** @param {'all' | 'unread'} name */
function filter(name) {
  const { totalUnread } = client.inbox;
  return html`<button class="chip" type="button" aria-pressed=${state.filter === name} @click=${() => set({ filter: name })}>
    ${t(`filter.${name}`)}
    ${name === 'unread' && totalUnread ? html`<span class="badge badge--quiet">${countText(totalUnread)}</span>` : nothing}
  </button>`;
}

/** @param {KeyboardEvent} event */
function intoList(event) {
  if (state.query) searchSteer(event);
  else if (event.key === 'ArrowDown') {
    event.preventDefault();
    focusRow(0);
  }
}

function searchField() {
  return html`<div class="search">
    ${icon('search')}
    <input class="search__input" id="search" type="search" autocomplete="off" enterkeyhint="search"
      placeholder=${t('search.placeholder')} aria-label=${t('search.label')} .value=${state.query}
      @input=${search} @keydown=${intoList}>
  </div>`;
}

function header() {
  const { user } = client.session;
  const fresh = state.route.name === 'new';
  return html`<header class="sidebar__header">
    ${fresh
      ? html`<a class="icon-button" href="/" aria-label=${t('back')} @click=${follow}>${icon('back')}</a>`
      : html`<a class="sidebar__me" href="/settings" title=${t('settings')} @click=${follow}>
          <span class="heard">${t('settings')}</span>${user ? avatar(user, { size: 'small' }) : icon('settings')}
        </a>`}
    <h1 class="sidebar__title">${t(fresh ? 'new.title' : 'inbox')}</h1>
    ${fresh
      ? nothing
      : html`<a class="icon-button" href="/new" aria-label=${t('new.title')} title=${t('new.title')} @click=${follow}>
          ${icon('compose')}
        </a>`}
  </header>`;
}

export function sidebar() {
  const searching = state.query.trim() !== '' || state.route.name === 'new';
  return html`<nav class="sidebar" id="sidebar" aria-label=${t('inbox')} tabindex="-1">
    ${header()} ${searchField()}
    ${searching
      ? peopleResults()
      : html`<div class="chips" role="group" aria-label=${t('filter.label')}>${filter('all')}${filter('unread')}</div>
          ${conversationList()}`}
  </nav>`;
}
