import { html } from '../lit.js';
import { client } from '../client.js';
import { schedule } from '../loop.js';
import { t } from '../language.js';
import { avatar } from '../parts/avatar.js';
import { icon } from '../parts/icon.js';
import { report } from '../parts/problem.js';
import { toast } from '../parts/toast.js';

let busy = false;

/** @param {Event} event */
async function picked(event) {
  const input = /** @type {HTMLInputElement} */ (event.target);
  const file = input.files?.[0];
  input.value = '';
  if (!file) return;
  busy = true;
  schedule();
  try {
    await client.settings.setAvatar(file);
    toast(t('saved'));
  } catch (problem) {
    const { code } = /** @type {import('../parts/problem.js').Problem} */ (problem);
    // The host application manages pictures.
    if (['not_found', 'unsupported_media_type'].includes(code)) toast(t('settings.no_pictures'), { role: 'alert' });
    else report(problem);
  }
  busy = false;
  schedule();
}

/** The own avatar with the button to change it. @param {import('../../client/types.js').User} user */
export function picture(user) {
  return html`<div class="profile__picture ${busy ? 'profile__picture--busy' : ''}">
    ${avatar(user, { size: 'huge' })}
    <button class="icon-button profile__camera" type="button" aria-label=${t('settings.picture')} title=${t('settings.picture')} ?disabled=${busy}
      @click=${() => document.getElementById('avatar-file')?.click()}>${icon('camera')}</button>
    <input id="avatar-file" type="file" hidden accept="image/jpeg,image/png,image/webp,image/gif" @change=${picked}>
  </div>`;
}
