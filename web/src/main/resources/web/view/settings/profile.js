import { perMessenger } from '../core/per-messenger.js';
import { html, live, nothing } from '../lit.js';
import { attempt } from '../parts/problem.js';
import { toast } from '../overlay/toast.js';
import { picture } from './picture.js';

/** @typedef {import('../core/context.js').Context} Context */

const typedOf = perMessenger(() => ({ name: '' }));

/** @param {Context} ctx @param {Event} event */
async function save(ctx, event) {
  const typed = typedOf(ctx);
  event.preventDefault();
  const done = await attempt(ctx, ctx.client.settings.rename(typed.name.trim()).then(() => true));
  if (done) toast(ctx, ctx.t('saved'));
  typed.name = '';
  ctx.schedule();
}

/** @param {Context} ctx */
export function profile(ctx) {
  const typed = typedOf(ctx);
  const { user } = ctx.client.session;
  if (!user) return nothing;
  const name = typed.name || user.full_name;
  const changed = name.trim() !== user.full_name;
  return html`<div class="profile">
    ${picture(ctx, user)}
    <form class="profile__form" @submit=${ctx.bind(save)}>
      <div class="field">
        <label class="field__label" for="full-name">${ctx.t('sign.name')}</label>
        <input class="input" id="full-name" name="name" autocomplete="name" required maxlength=${Math.min(ctx.client.limits.fullNameLength, 9_999)} .value=${live(name)}
          @input=${(/** @type {Event} */ event) => ((typed.name = /** @type {HTMLInputElement} */ (event.target).value), ctx.schedule())}>
      </div>
      <p class="profile__handle">@${user.username}</p>
      ${changed ? html`<button class="button button--primary">${ctx.t('save')}</button>` : nothing}
    </form>
  </div>`;
}
