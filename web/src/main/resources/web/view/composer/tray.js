import { html, nothing, repeat } from '../lit.js';
import { t } from '../language.js';
import { icon } from '../parts/icon.js';
import { fileIcon } from '../files/kind.js';
import { sizeText, splitName } from '../files/rules.js';
import { pending, remove } from './pending.js';

/** @param {string} conversationId @param {import('./pending.js').Pending} each */
function card(conversationId, each) {
  const { name, size } = each.file;
  const [head, tail] = splitName(name);
  return html`<li class="tray__item ${each.image ? 'tray__item--image' : ''}">
    ${each.image
      ? html`<img class="tray__image" src=${each.url} alt=${name}>`
      : html`<span class="tray__icon">${icon(fileIcon(name))}</span>
          <span class="tray__text"><span class="middle" title=${name}><span class="middle__head">${head}</span><span>${tail}</span></span>
          <span class="tray__size">${sizeText(size)}</span></span>`}
    <button class="icon-button tray__remove" type="button" aria-label=${t('file.remove', { name })}
      @click=${() => remove(conversationId, each.id)}>${icon('close')}</button>
  </li>`;
}

/** The files attached to the next message. @param {string} conversationId */
export function tray(conversationId) {
  const held = pending(conversationId);
  if (!held.length) return nothing;
  return html`<ul class="tray" role="list" aria-label=${t('composer.files')}>
    ${repeat(held, (each) => each.id, (each) => card(conversationId, each))}
  </ul>`;
}
