import { html, keyed, nothing, ref } from '../lit.js';
import { icon } from '../parts/icon.js';
import { reasonText } from '../parts/problem.js';
import { accepted } from '../files/rules.js';
import { picker, pickerOpen, togglePicker } from '../emoji/picker.js';
import { unblock } from '../people/block.js';
import { activeOption, completing, completion } from './completion.js';
import { field, grow, inputOf, insert, keyOf, lettersOf, pasteOf, send } from './field.js';
import { longPaste } from './long-paste.js';
import { add, pending } from './pending.js';
import { tray } from './tray.js';

/** @typedef {import('../core/context.js').Context} Context */

/** @typedef {import('../../client/types.js').ConversationStore} ConversationStore */

/** Remaining characters at which the counter appears. */
const counterFrom = 500;

/** Replaces the composer by the reason and an action when sending is not allowed. @param {Context} ctx @param {ConversationStore} conversation */
function notice(ctx, { blocked, other, reason }) {
  return html`<div class="composer composer--closed" role="note">
    <p>${blocked && other ? ctx.t('reason.you_blocked') : reasonText(ctx, reason)}</p>
    ${blocked && other
      ? html`<button class="button button--quiet" type="button" @click=${() => unblock(ctx, other)}>${ctx.t('unblock')}</button>`
      : nothing}
  </div>`;
}

/** @param {Context} ctx @param {number} letters */
function counter(ctx, letters) {
  const left = ctx.client.limits.messageLength - letters;
  if (left > counterFrom) return nothing;
  return html`<span class="composer__counter ${left < 0 ? 'composer__counter--over' : ''}" title=${ctx.t('composer.left', { count: left })}>${ctx.number(left)}</span>`;
}

/** @param {Context} ctx @param {string} id */
function attach(ctx, id) {
  /** @param {Event} event */
  const picked = (event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    add(ctx, id, [...(input.files ?? [])]);
    input.value = '';
    field(ctx)?.focus();
  };
  return html`<button class="icon-button" type="button" aria-label=${ctx.t('composer.attach')} title=${ctx.t('composer.attach')}
      @click=${() => ctx.find('#composer-files')?.click()}>${icon('paperclip')}</button>
    <input id="composer-files" type="file" multiple hidden accept=${accepted(ctx) || nothing} @change=${picked}>`;
}

/** Fills an empty field with a draft that was loaded late or written in another tab. @param {HTMLTextAreaElement} area @param {string} draft */
function fill(area, draft) {
  if (area.value || !draft) return;
  area.value = draft;
  queueMicrotask(() => grow(area));
}

/** Inserts the draft once; afterwards the field is the source. @param {Context} ctx @param {ConversationStore} conversation */
const begin = (ctx, conversation) => (/** @type {Element | undefined} */ element) => {
  const area = /** @type {HTMLTextAreaElement | undefined} */ (element);
  if (area?.dataset['of'] === conversation.id) fill(area, conversation.draft);
  if (!area || area.dataset['of'] === conversation.id) return;
  area.dataset['of'] = conversation.id;
  area.value = conversation.draft;
  queueMicrotask(() => {
    grow(area);
    // On phones the keyboard would cover the messages.
    if (matchMedia('(hover: hover)').matches && !ctx.isNarrow && !ctx.find('dialog[open]')) area.focus();
  });
};

/** @param {Context} ctx @param {ConversationStore} conversation */
export function composer(ctx, conversation) {
  const { id, draft, canWrite, state } = conversation;
  if (state === 'known' && !canWrite) return notice(ctx, conversation);
  const letters = lettersOf(ctx, draft);
  const tooLong = letters > ctx.client.limits.messageLength;
  const empty = !draft.trim() && !pending(ctx, id).length;
  return html`<form class="composer" part="composer" aria-label=${ctx.t('composer.form')} @submit=${(/** @type {Event} */ event) => (event.preventDefault(), send(ctx, id))}>
    ${longPaste(ctx, id)} ${tray(ctx, id)} ${completion(ctx)} ${picker(ctx, ctx.bind(insert))}
    <div class="composer__row">
      ${attach(ctx, id)}
      <div class="composer__field">
        ${keyed(
          id,
          html`<textarea class="composer__text scroll" id="composer-text" rows="1" dir="auto" enterkeyhint=${ctx.preferences.enterSends ? 'send' : 'enter'}
            placeholder=${ctx.t('composer.placeholder')} aria-label=${ctx.t('composer.label', { name: conversation.other?.full_name ?? '' })}
            aria-controls=${completing(ctx) ? 'completion' : nothing} aria-activedescendant=${activeOption(ctx) ?? nothing}
            aria-invalid=${tooLong ? 'true' : nothing} ${ref(begin(ctx, conversation))}
            @input=${inputOf(ctx, id)} @keydown=${keyOf(ctx, id)} @paste=${pasteOf(ctx, id)}></textarea>`,
        )}
        ${counter(ctx, letters)}
        <button class="icon-button composer__smile" type="button" aria-label=${ctx.t('emoji.open')} title=${ctx.t('emoji.open')}
          aria-expanded=${pickerOpen(ctx)} @click=${ctx.bind(togglePicker)}>${icon('smile')}</button>
      </div>
      <button class="icon-button composer__send" aria-label=${ctx.t('composer.send')} ?disabled=${empty || tooLong}>
        ${icon('send')}
      </button>
    </div>
  </form>`;
}
