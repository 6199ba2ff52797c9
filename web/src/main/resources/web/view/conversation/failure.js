import { html, nothing } from '../lit.js';
import { copyButton } from '../parts/copy.js';
import { icon } from '../parts/icon.js';
import { secondsLeft } from '../overlay/countdown.js';
import { explain } from '../parts/problem.js';

/** @typedef {import('../core/context.js').Context} Context */

/**
 * @typedef {import('../../client/types.js').Message} Message
 * @typedef {import('../../client/types.js').ConversationStore} ConversationStore
 */

/** Shows the seconds until a rate-limited message is sent. @param {Context} ctx @param {import('../../client/types.js').Failure} error */
function held(ctx, error) {
  const seconds = secondsLeft(ctx, error);
  return seconds ? html`<p class="failure failure--held">${icon('clock')}${ctx.t('held', { count: seconds })}</p>` : nothing;
}

/**
 * @param {Context} ctx
 * @param {ConversationStore} conversation
 * @param {Message} message
 * @param {string} why
 * @param {number} tab
 */
function notSent(ctx, conversation, { key, error, status }, why, tab) {
  return html`<div class="failure">
    <span class="failure__text">${icon('alert')}<span><strong>${ctx.t('failed')}</strong> ${why}</span></span>
    <span class="failure__actions">
      ${error?.code === 'blocked'
        ? nothing
        : html`<button class="link" type="button" tabindex=${tab} @click=${() => conversation.retry(key)}>${ctx.t('retry')}</button>`}
      <button class="link" type="button" tabindex=${tab} @click=${() => conversation.discard(key)}>${ctx.t('delete')}</button>
      ${status === 'failed' && error?.requestId ? copyButton(ctx, error.requestId, ctx.t('error.copy'), tab) : nothing}
    </span>
  </div>`;
}

/**
 * Shown under an unsent message: the reason and the actions.
 *
 * @param {Context} ctx
 * @param {ConversationStore} conversation
 * @param {import('./timeline.js').MessageItem} item
 * @param {number} tab the tab index of its buttons: a list of messages is one stop
 */
export function failure(ctx, conversation, { message, last }, tab) {
  const { status, error, late, uploads } = message;
  if (status === 'failed') {
    // Errors of a file are shown at the file.
    return notSent(ctx, conversation, message, uploads.some((each) => each.error) ? '' : explain(ctx, error), tab);
  }
  // Shown once for all waiting messages.
  if (late) return notSent(ctx, conversation, message, last ? ctx.t('late') : '', tab);
  return error?.code === 'rate_limited' ? held(ctx, error) : nothing;
}
