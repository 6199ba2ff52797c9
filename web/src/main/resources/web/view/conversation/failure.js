import { html, nothing } from '../lit.js';
import { t } from '../language.js';
import { copyButton } from '../parts/copy.js';
import { icon } from '../parts/icon.js';
import { secondsLeft } from '../parts/countdown.js';
import { explain } from '../parts/problem.js';

/**
 * @typedef {import('../../client/types.js').Message} Message
 * @typedef {import('../../client/types.js').ConversationStore} ConversationStore
 */

/** Shows the seconds until a rate-limited message is sent. @param {import('../../client/types.js').Failure} error */
function held(error) {
  const seconds = secondsLeft(error);
  return seconds ? html`<p class="failure failure--held">${icon('clock')}${t('held', { count: seconds })}</p>` : nothing;
}

/**
 * @param {ConversationStore} conversation
 * @param {Message} message
 * @param {string} why
 * @param {number} tab
 */
function notSent(conversation, { key, error, status }, why, tab) {
  return html`<div class="failure">
    <span class="failure__text">${icon('alert')}<span><strong>${t('failed')}</strong> ${why}</span></span>
    <span class="failure__actions">
      <button class="link" type="button" tabindex=${tab} @click=${() => conversation.retry(key)}>${t('retry')}</button>
      <button class="link" type="button" tabindex=${tab} @click=${() => conversation.discard(key)}>${t('delete')}</button>
      ${status === 'failed' && error?.requestId ? copyButton(error.requestId, t('error.copy'), tab) : nothing}
    </span>
  </div>`;
}

/**
 * Shown under an unsent message: the reason and the actions.
 *
 * @param {ConversationStore} conversation
 * @param {import('./timeline.js').MessageItem} item
 * @param {number} tab the tab index of its buttons: a list of messages is one stop
 */
export function failure(conversation, { message, last }, tab) {
  const { status, error, late, uploads } = message;
  if (status === 'failed') {
    // Errors of a file are shown at the file.
    return notSent(conversation, message, uploads.some((each) => each.error) ? '' : explain(error), tab);
  }
  // Shown once for all waiting messages.
  if (late) return notSent(conversation, message, last ? t('late') : '', tab);
  return error?.code === 'rate_limited' ? held(error) : nothing;
}
