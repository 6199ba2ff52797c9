import { html, live, nothing } from '../lit.js';
import { client } from '../client.js';
import { schedule } from '../loop.js';
import { t } from '../language.js';
import { avatar } from '../parts/avatar.js';
import { icon } from '../parts/icon.js';
import { attempt, report } from '../parts/problem.js';
import { toast } from '../parts/toast.js';

let name = '';
let busy = false;

/** @param {Event} event */
async function save(event) {
  event.preventDefault();
  const done = await attempt(client.settings.rename(name.trim()).then(() => true));
  if (done) toast(t('saved'));
  name = '';
  schedule();
}

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
    // The host application keeps the pictures where the server does not.
    if (['not_found', 'unsupported_media_type'].includes(code)) toast(t('settings.no_pictures'), { role: 'alert' });
    else report(problem);
  }
  busy = false;
  schedule();
}

export function profile() {
  const { user } = client.session;
  if (!user) return nothing;
  const typed = name || user.full_name;
  const changed = name.trim() !== '' && name.trim() !== user.full_name;
  return html`<div class="profile">
    <div class="profile__picture ${busy ? 'profile__picture--busy' : ''}">
      ${avatar(user, { size: 'huge' })}
      <button class="icon-button profile__camera" type="button" aria-label=${t('settings.picture')} title=${t('settings.picture')} ?disabled=${busy}
        @click=${() => document.getElementById('avatar-file')?.click()}>${icon('camera')}</button>
      <input id="avatar-file" type="file" hidden accept="image/jpeg,image/png,image/webp,image/gif" @change=${picked}>
    </div>
    <form class="profile__form" @submit=${save}>
      <div class="field">
        <label class="field__label" for="full-name">${t('sign.name')}</label>
        <input class="input" id="full-name" name="name" autocomplete="name" required maxlength="300" .value=${live(typed)}
          @input=${(/** @type {Event} */ event) => ((name = /** @type {HTMLInputElement} */ (event.target).value), schedule())}>
      </div>
      <p class="profile__handle">@${user.username}</p>
      ${changed ? html`<button class="button button--primary">${t('save')}</button>` : nothing}
    </form>
  </div>`;
}
