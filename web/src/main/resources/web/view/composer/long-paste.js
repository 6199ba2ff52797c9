import { html, nothing } from '../lit.js';
import { schedule } from '../loop.js';
import { t } from '../language.js';
import { limits } from '../files/rules.js';
import { field, insert, paste } from './field.js';
import { addText } from './pending.js';

/** Offers choices for pasted text that is too long for a message. @param {string} id of the conversation */
export function longPaste(id) {
  if (!paste.text) return nothing;
  /** @param {() => void} action */
  const decide = (action) => () => {
    action();
    paste.text = '';
    field()?.focus();
    schedule();
  };
  return html`<div class="composer__offer" role="alert">
    <p>${t('paste.long', { count: limits.letters })}</p>
    <button class="link" type="button" @click=${decide(() => addText(id, paste.text))}>${t('paste.as_file')}</button>
    <button class="link" type="button" @click=${decide(() => insert([...paste.text].slice(0, limits.letters).join('')))}>${t('paste.shorten')}</button>
    <button class="link" type="button" @click=${decide(() => {})}>${t('cancel')}</button>
  </div>`;
}
