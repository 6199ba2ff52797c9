import { perMessenger } from '../core/per-messenger.js';
import { html, nothing } from '../lit.js';
import { icon } from '../parts/icon.js';

/** @typedef {import('../core/context.js').Context} Context */

/** Milliseconds before a disconnect is shown: short ones are not shown. */
const patience = 5_000;

const lastOf = perMessenger(() => ({ timer: 0, was: '' }));

/** @param {Context} ctx */
function text(ctx) {
  const last = lastOf(ctx);
  const { state, since, reason } = ctx.client.connection;
  if (ctx.client.session.problem) return ctx.t('connection.token');
  if (reason) return ctx.t(`connection.${reason}`);
  if (state === 'offline') return ctx.t('connection.offline');
  if (state === 'online') return '';
  const left = since + patience - Date.now();
  clearTimeout(last.timer);
  if (left > 0) {
    last.timer = setTimeout(ctx.schedule, left);
    // Keeps the offline message until it is replaced, so that screen readers announce one change.
    return last.was && last.was !== ctx.t('connection.back') ? last.was : '';
  }
  return ctx.t('connection.reconnecting');
}

/** Shown above the page while there is no connection. @param {Context} ctx */
export function banner(ctx) {
  const last = lastOf(ctx);
  const shown = text(ctx);
  const recovered = last.was && !shown;
  last.was = shown;
  const action = ctx.client.connection.reason === 'replaced' || shown === ctx.t('connection.reconnecting');
  return html`<div class="banner-place">
    <div class="heard" role="status">${recovered ? ctx.t('connection.back') : ''}</div>
    <div role="status">${shown
      ? html`<p class="banner">${icon('offline')}<span>${shown}</span>${action
          ? html`<button class="link banner__action" type="button" @click=${() => ctx.client.reconnect()}>${ctx.t('connection.try')}</button>`
          : nothing}</p>`
      : nothing}</div>
  </div>`;
}
