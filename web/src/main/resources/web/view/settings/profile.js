import { html, live, nothing } from '../lit.js';
import { client } from '../client.js';
import { schedule } from '../loop.js';
import { t } from '../language.js';
import { attempt } from '../parts/problem.js';
import { toast } from '../parts/toast.js';
import { picture } from './picture.js';

let name = '';

/** @param {Event} event */
async function save(event) {
  event.preventDefault();
  const done = await attempt(client.settings.rename(name.trim()).then(() => true));
  if (done) toast(t('saved'));
  name = '';
  schedule();
}

export function profile() {
  const { user } = client.session;
  if (!user) return nothing;
  const typed = name || user.full_name;
  const changed = name.trim() !== '' && name.trim() !== user.full_name;
  return html`<div class="profile">
    ${picture(user)}
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
