import { html } from '../lit.js';
import { client } from '../client.js';
import { t } from '../language.js';
import { dialog } from '../parts/dialog.js';
import { attempt } from '../parts/problem.js';
import { signForm } from './sign.js';

/** The page with its drafts stays behind the dialog and continues after signing in. */
export function expiredDialog() {
  return dialog({
    title: t(client.session.disabled ? 'expired.title_disabled' : 'expired.title'),
    locked: true,
    kind: 'dialog--expired',
    body: html`<p>${t(client.session.disabled ? 'expired.disabled' : 'expired.text')}</p>
      ${signForm({ username: client.session.user?.username ?? '', again: true })}
      <button class="link" type="button" @click=${() => attempt(client.signOut())}>${t('expired.other')}</button>`,
  });
}
