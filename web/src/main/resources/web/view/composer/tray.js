import { html, nothing, repeat } from '../lit.js';
import { icon } from '../parts/icon.js';
import { fileIcon } from '../files/kind.js';
import { sizeText, splitName } from '../files/rules.js';
import { pending, remove } from './pending.js';

/** @typedef {import('../core/context.js').Context} Context */

/** @param {Context} ctx @param {string} conversationId @param {import('./pending.js').Pending} each */
function card(ctx, conversationId, each) {
  const { name, size } = each.file;
  const [head, tail] = splitName(name);
  return html`<li class="tray__item ${each.image ? 'tray__item--image' : ''}">
    ${each.image
      ? html`<img class="tray__image" src=${each.url} alt=${name}>`
      : html`<span class="tray__icon">${icon(fileIcon(name))}</span>
          <span class="tray__text"><span class="middle" title=${name}><span class="middle__head">${head}</span><span>${tail}</span></span>
          <span class="tray__size">${sizeText(ctx, size)}</span></span>`}
    <button class="icon-button tray__remove" type="button" aria-label=${ctx.t('file.remove', { name })}
      @click=${() => remove(ctx, conversationId, each.id)}>${icon('close')}</button>
  </li>`;
}

/** The files attached to the next message. @param {Context} ctx @param {string} conversationId */
export function tray(ctx, conversationId) {
  const held = pending(ctx, conversationId);
  if (!held.length) return nothing;
  return html`<ul class="tray" role="list" aria-label=${ctx.t('composer.files')}>
    ${repeat(held, (each) => each.id, (each) => card(ctx, conversationId, each))}
  </ul>`;
}
