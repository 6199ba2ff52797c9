import { html, keyed, nothing, ref } from '../lit.js';
import { number, t } from '../language.js';
import { icon } from '../parts/icon.js';
import { reasonText } from '../parts/problem.js';
import { accepted, limits } from '../files/rules.js';
import { picker, pickerOpen, togglePicker } from '../emoji/picker.js';
import { unblock } from '../people/block.js';
import { activeOption, completing, completion } from './completion.js';
import { field, grow, inputOf, insert, keyOf, lettersOf, pasteOf, send } from './field.js';
import { longPaste } from './long-paste.js';
import { add, pending } from './pending.js';
import { tray } from './tray.js';

/** @typedef {import('../../client/types.js').ConversationStore} ConversationStore */

/** Remaining characters at which the counter appears. */
const counterFrom = limits.letters - 500;

/** Replaces the composer by the reason and an action when sending is not allowed. @param {ConversationStore} conversation */
function notice({ blocked, other, reason }) {
  return html`<div class="composer composer--closed" role="note">
    <p>${blocked && other ? t('reason.you_blocked') : reasonText(reason)}</p>
    ${blocked && other
      ? html`<button class="button button--quiet" type="button" @click=${() => unblock(other)}>${t('unblock')}</button>`
      : nothing}
  </div>`;
}

/** @param {number} letters */
function counter(letters) {
  if (letters < counterFrom) return nothing;
  const left = limits.letters - letters;
  return html`<span class="composer__counter ${left < 0 ? 'composer__counter--over' : ''}" title=${t('composer.left', { count: left })}>${number(left)}</span>`;
}

/** @param {string} id */
function attach(id) {
  /** @param {Event} event */
  const picked = (event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    add(id, [...(input.files ?? [])]);
    input.value = '';
    field()?.focus();
  };
  return html`<button class="icon-button" type="button" aria-label=${t('composer.attach')} title=${t('composer.attach')}
      @click=${() => document.getElementById('composer-files')?.click()}>${icon('paperclip')}</button>
    <input id="composer-files" type="file" multiple hidden accept=${accepted} @change=${picked}>`;
}

/** Fills an empty field with a draft that was loaded late or written in another tab. @param {HTMLTextAreaElement} area @param {string} draft */
function fill(area, draft) {
  if (area.value || !draft) return;
  area.value = draft;
  queueMicrotask(() => grow(area));
}

/** Inserts the draft once; afterwards the field is the source. @param {ConversationStore} conversation */
const begin = (conversation) => (/** @type {Element | undefined} */ element) => {
  const area = /** @type {HTMLTextAreaElement | undefined} */ (element);
  if (area?.dataset['of'] === conversation.id) fill(area, conversation.draft);
  if (!area || area.dataset['of'] === conversation.id) return;
  area.dataset['of'] = conversation.id;
  area.value = conversation.draft;
  queueMicrotask(() => {
    grow(area);
    // On phones the keyboard would cover the messages.
    if (matchMedia('(hover: hover) and (min-width: 720px)').matches && !document.querySelector('dialog[open]')) area.focus();
  });
};

/** @param {ConversationStore} conversation */
export function composer(conversation) {
  const { id, draft, canWrite, state } = conversation;
  if (state === 'known' && !canWrite) return notice(conversation);
  const letters = lettersOf(draft);
  const empty = !draft.trim() && !pending(id).length;
  return html`<form class="composer" aria-label=${t('composer.form')} @submit=${(/** @type {Event} */ event) => (event.preventDefault(), send(id))}>
    ${longPaste(id)} ${tray(id)} ${completion()} ${picker(insert)}
    <div class="composer__row">
      ${attach(id)}
      <div class="composer__field">
        ${keyed(
          id,
          html`<textarea class="composer__text scroll" id="composer-text" rows="1" dir="auto" enterkeyhint="send"
            placeholder=${t('composer.placeholder')} aria-label=${t('composer.label', { name: conversation.other?.full_name ?? '' })}
            aria-controls=${completing() ? 'completion' : nothing} aria-activedescendant=${activeOption() ?? nothing}
            aria-invalid=${letters > limits.letters ? 'true' : nothing} ${ref(begin(conversation))}
            @input=${inputOf(id)} @keydown=${keyOf(id)} @paste=${pasteOf(id)}></textarea>`,
        )}
        ${counter(letters)}
        <button class="icon-button composer__smile" type="button" aria-label=${t('emoji.open')} title=${t('emoji.open')}
          aria-expanded=${pickerOpen()} @click=${togglePicker}>${icon('smile')}</button>
      </div>
      <button class="icon-button composer__send" aria-label=${t('composer.send')} ?disabled=${empty || letters > limits.letters}>
        ${icon('send')}
      </button>
    </div>
  </form>`;
}
