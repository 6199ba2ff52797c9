import { html } from '../lit.js';
import { dialog } from '../overlay/dialog.js';
import { attempt } from '../parts/problem.js';
import { signForm } from './sign.js';

/** @typedef {import('../core/context.js').Context} Context */

/** The page with its drafts stays behind the dialog and continues after signing in. @param {Context} ctx */
export function expiredDialog(ctx) {
  return dialog(ctx, {
    title: ctx.t(ctx.client.session.disabled ? 'expired.title_disabled' : 'expired.title'),
    locked: true,
    kind: 'dialog--expired',
    body: html`<p>${ctx.t(ctx.client.session.disabled ? 'expired.disabled' : 'expired.text')}</p>
      ${signForm(ctx, { username: ctx.client.session.user?.username ?? '', again: true })}
      <button class="link" type="button" @click=${() => attempt(ctx, ctx.client.signOut())}>${ctx.t('expired.other')}</button>`,
  });
}
