import { html } from '../lit.js';
import { set } from '../state.js';
import { navigate } from '../router.js';
import { t } from '../language.js';
import { icon } from '../parts/icon.js';

/**
 * An empty state with the next step.
 *
 * @param {{icon: string, title: string, text: string, action?: {label: string, run: () => void}}} options
 */
export function empty({ icon: name, title, text, action }) {
  return html`<div class="empty">
    <span class="empty__icon">${icon(name)}</span>
    <h2 class="empty__title">${title}</h2>
    <p class="empty__text">${text}</p>
    ${action
      ? html`<button class="button button--primary" type="button" @click=${action.run}>${action.label}</button>`
      : ''}
  </div>`;
}

export const emptyInbox = () =>
  empty({
    icon: 'message',
    title: t('empty.inbox.title'),
    text: t('empty.inbox.text'),
    action: { label: t('new.start'), run: () => navigate('/new') },
  });

export const emptyUnread = () =>
  empty({
    icon: 'check',
    title: t('empty.unread.title'),
    text: t('empty.unread.text'),
    action: { label: t('filter.show_all'), run: () => set({ filter: 'all' }) },
  });

/** The right side while no conversation is open. */
export const nothingOpen = () =>
  html`<main class="pane pane--empty" id="main" tabindex="-1" aria-label=${t('empty.open.title')}>
    ${empty({ icon: 'message', title: t('empty.open.title'), text: t('empty.open.text') })}
  </main>`;
