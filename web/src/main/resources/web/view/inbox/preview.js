import { html, nothing } from '../lit.js';
import { state } from '../state.js';
import { t } from '../language.js';
import { gist } from '../parts/gist.js';
import { icon } from '../parts/icon.js';

/** @typedef {import('../../client/types.js').Conversation} Conversation */

/** The preview as one line of text, also for screen readers. @param {Conversation} conversation */
export function previewText(conversation) {
  const last = conversation.lastMessage;
  if (!last) return t('preview.none');
  if (last.deleted) return t(last.own ? 'message.deleted_own' : 'message.deleted');
  return gist(last).slice(0, 200);
}

/** An own message that was not sent. @param {Conversation['lastMessage']} last */
export const isStuck = (last) => Boolean(last?.late) || last?.status === 'failed';

/** @param {Conversation} conversation */
export function preview(conversation) {
  const last = conversation.lastMessage;
  if (conversation.typing) return html`<span class="row__typing">${t('typing')}</span>`;
  // The open conversation shows its draft in the text field.
  if (conversation.draft.trim() && state.route.id !== conversation.id) {
    return html`<span class="row__draft">${t('preview.draft')}</span> <bdi>${conversation.draft.slice(0, 120)}</bdi>`;
  }
  const kind = last && !last.deleted && last.type !== 'text' ? icon(last.type === 'image' ? 'image' : 'paperclip') : nothing;
  return html`${isStuck(last) ? html`<span class="row__stuck">${icon('alert')}</span>` : nothing}${last?.own && !last.deleted ? html`<span>${t('preview.you')} </span>` : nothing}${kind}<bdi
    class=${last?.deleted || !last ? 'row__quiet' : ''}>${previewText(conversation)}</bdi>`;
}
