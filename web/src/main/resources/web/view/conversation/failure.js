import { html, nothing } from '../lit.js';
import { t } from '../language.js';
import { icon } from '../parts/icon.js';
import { explain } from '../parts/problem.js';

/**
 * Under a message that was not sent: why, and what one can do.
 *
 * @param {import('../../client/types.js').ConversationStore} conversation
 * @param {import('../../client/types.js').Message} message
 */
export function failure(conversation, message) {
  if (message.status !== 'failed') return nothing;
  const why = explain(message.error);
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
