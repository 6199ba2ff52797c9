import { perMessenger } from '../core/per-messenger.js';
import { html } from '../lit.js';
import { avatar } from '../parts/avatar.js';
import { icon } from '../parts/icon.js';
import { report } from '../parts/problem.js';
import { toast } from '../overlay/toast.js';

/** @typedef {import('../core/context.js').Context} Context */

const uploadOf = perMessenger(() => ({ busy: false }));

/** @param {Context} ctx @param {Event} event */
async function picked(ctx, event) {
  const upload = uploadOf(ctx);
  const input = /** @type {HTMLInputElement} */ (event.target);
  const file = input.files?.[0];
  input.value = '';
  if (!file) return;
  upload.busy = true;
  ctx.schedule();
  try {
    await ctx.client.settings.setAvatar(file);
    toast(ctx, ctx.t('saved'));
  } catch (problem) {
    const { code } = /** @type {import('../parts/problem.js').Problem} */ (problem);
    // The host application manages pictures.
    if (['not_found', 'unsupported_media_type'].includes(code)) toast(ctx, ctx.t('settings.no_pictures'), { role: 'alert' });
    else report(ctx, problem);
  }
  upload.busy = false;
  ctx.schedule();
}

/** The own avatar with the button to change it. @param {Context} ctx @param {import('../../client/types.js').User} user */
export function picture(ctx, user) {
  const upload = uploadOf(ctx);
  return html`<div class="profile__picture ${upload.busy ? 'profile__picture--busy' : ''}">
    ${avatar(ctx, user, { size: 'huge' })}
    <button class="icon-button profile__camera" type="button" aria-label=${ctx.t('settings.picture')} title=${ctx.t('settings.picture')} ?disabled=${upload.busy}
      @click=${() => ctx.find('#avatar-file')?.click()}>${icon('camera')}</button>
    <input id="avatar-file" type="file" hidden accept="image/jpeg,image/png,image/webp,image/gif" @change=${ctx.bind(picked)}>
  </div>`;
}
