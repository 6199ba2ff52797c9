import { html, nothing } from '../lit.js';
import { field, insert, longTextOf } from './field.js';
import { addText } from './pending.js';

/** @typedef {import('../core/context.js').Context} Context */

/** Offers choices for pasted text that is too long for a message. @param {Context} ctx @param {string} id of the conversation */
export function longPaste(ctx, id) {
  const paste = longTextOf(ctx);
  if (!paste.text) return nothing;
  /** @param {() => void} action */
  const decide = (action) => () => {
    action();
    paste.text = '';
    field(ctx)?.focus();
    ctx.schedule();
  };
  const { messageLength } = ctx.client.limits;
  return html`<div class="composer__offer" role="alert">
    <p>${ctx.t('paste.long', { count: messageLength })}</p>
    <button class="link" type="button" @click=${decide(() => addText(ctx, id, paste.text))}>${ctx.t('paste.as_file')}</button>
    <button class="link" type="button" @click=${decide(() => insert(ctx, [...paste.text].slice(0, messageLength).join('')))}>${ctx.t('paste.shorten')}</button>
    <button class="link" type="button" @click=${decide(() => {})}>${ctx.t('cancel')}</button>
  </div>`;
}
