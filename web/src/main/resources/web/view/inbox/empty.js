import { html } from '../lit.js';
import { icon } from '../parts/icon.js';

/** @typedef {import('../core/context.js').Context} Context */

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

/** @param {Context} ctx */
export const emptyInbox = (ctx) =>
  empty({
    icon: 'message',
    title: ctx.t('empty.inbox.title'),
    text: ctx.t('empty.inbox.text'),
    action: { label: ctx.t('new.start'), run: () => ctx.navigate('/new') },
  });

/** @param {Context} ctx */
export const emptyUnread = (ctx) =>
  empty({
    icon: 'check',
    title: ctx.t('empty.unread.title'),
    text: ctx.t('empty.unread.text'),
    action: { label: ctx.t('filter.show_all'), run: () => ctx.set({ filter: 'all' }) },
  });

/** The right side while no conversation is open. @param {Context} ctx */
export const nothingOpen = (ctx) =>
  html`<main class="pane pane--empty" id="main" tabindex="-1" aria-label=${ctx.t('empty.open.title')}>
    ${empty({ icon: 'message', title: ctx.t('empty.open.title'), text: ctx.t('empty.open.text') })}
  </main>`;
