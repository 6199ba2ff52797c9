import { html, nothing } from '../lit.js';
import { gist } from '../parts/gist.js';
import { icon } from '../parts/icon.js';

/** @typedef {import('../core/context.js').Context} Context */

/** @typedef {import('../../client/types.js').Conversation} Conversation */

/** The preview as one line of text, also for screen readers. @param {Context} ctx @param {Conversation} conversation */
export function previewText(ctx, conversation) {
  const last = conversation.lastMessage;
  if (!last) return ctx.t('preview.none');
  if (last.deleted) return ctx.t(last.own ? 'message.deleted_own' : 'message.deleted');
  return gist(ctx, last).slice(0, 200);
}

/** An own message that was not sent. @param {Conversation['lastMessage']} last */
export const isStuck = (last) => Boolean(last?.late) || last?.status === 'failed';

/** @param {Context} ctx @param {Conversation} conversation */
export function preview(ctx, conversation) {
  const last = conversation.lastMessage;
  if (conversation.typing) return html`<span class="row__typing">${ctx.t('typing')}</span>`;
  // The open conversation shows its draft in the text field.
  if (conversation.draft.trim() && ctx.state.route.id !== conversation.id) {
    return html`<span class="row__draft">${ctx.t('preview.draft')}</span> <bdi>${conversation.draft.slice(0, 120)}</bdi>`;
  }
  const kind = last && !last.deleted && last.type !== 'text' ? icon(last.type === 'image' ? 'image' : 'paperclip') : nothing;
  return html`${isStuck(last) ? html`<span class="row__stuck">${icon('alert')}</span>` : nothing}${last?.own && !last.deleted ? html`<span>${ctx.t('preview.you')} </span>` : nothing}${kind}<bdi
    class=${last?.deleted || !last ? 'row__quiet' : ''}>${previewText(ctx, conversation)}</bdi>`;
}
