import { html, nothing } from '../lit.js';
import { t } from '../language.js';
import { icon } from '../parts/icon.js';
import { secondsLeft } from '../parts/countdown.js';
import { explain } from '../parts/problem.js';

/** @typedef {import('../../client/types.js').Failure} Failure */

/** A message that goes by itself when the server lets it: how long that takes. @param {Failure} error */
function held(error) {
  const seconds = secondsLeft(error);
  return seconds ? html`<p class="failure failure--held">${icon('clock')}${t('held', { count: seconds })}</p>` : nothing;
}

/**
 * Under a message that was not sent: why, and what one can do.
 *
 * @param {import('../../client/types.js').ConversationStore} conversation
 * @param {import('../../client/types.js').Message} message
 */
export function failure(conversation, message) {
  if (message.status === 'waiting' && message.error) return held(message.error);
  if (message.status !== 'failed') return nothing;
  // What is wrong with a file stands at the file.
  const why = message.uploads.some((each) => each.error) ? '' : explain(message.error);
  const request = message.error?.requestId;
  return html`<div class="failure">
    <span class="failure__text">${icon('alert')}<span><strong>${t('failed')}</strong> ${why}</span></span>
    <span class="failure__actions">
      <button class="link" type="button" @click=${() => conversation.retry(message.key)}>${t('retry')}</button>
      <button class="link" type="button" @click=${() => conversation.discard(message.key)}>${t('delete')}</button>
      ${request
        ? html`<button class="link" type="button" @click=${() => navigator.clipboard?.writeText(request)}>${t('error.copy')}</button>`
        : nothing}
    </span>
  </div>`;
}
