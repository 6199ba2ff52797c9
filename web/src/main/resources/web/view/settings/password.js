import { html, nothing } from '../lit.js';
import { client } from '../client.js';
import { schedule } from '../loop.js';
import { t } from '../language.js';
import { icon } from '../parts/icon.js';
import { explain } from '../parts/problem.js';
import { toast } from '../parts/toast.js';

/** @typedef {import('../parts/problem.js').Problem} Problem */

const form = {
  busy: false,
  /** @type {Problem | null} */
  problem: null,
};

/** @param {Partial<typeof form>} changes */
function change(changes) {
  Object.assign(form, changes);
  schedule();
}

/** @param {Event} event */
async function save(event) {
  event.preventDefault();
  if (form.busy) return;
  const element = /** @type {HTMLFormElement} */ (event.currentTarget);
  const fields = new FormData(element);
  change({ busy: true, problem: null });
  try {
    await client.settings.changePassword(String(fields.get('current')), String(fields.get('new')));
    element.reset();
    change({ busy: false });
    toast(t('settings.password_changed'));
  } catch (problem) {
    change({ busy: false, problem: /** @type {Problem} */ (problem) });
    document.getElementById('password-current')?.focus();
  }
}

/** Distinguishes a 401 for a wrong password from a 401 for an ended session. */
function problemText() {
  if (!form.problem) return '';
  return form.problem.code === 'unauthorized' ? t('settings.password_wrong') : explain(form.problem);
}

/** @param {{name: string, label: string, complete: string, least?: number}} field */
function field({ name, label, complete, least }) {
  const isWrong = name === 'current' && form.problem?.code === 'unauthorized';
  return html`<div class="field">
    <label class="field__label" for="password-${name}">${label}</label>
    <input class="input" id="password-${name}" name=${name} type="password" autocomplete=${complete} required
      minlength=${/** @type {any} */ (least ?? nothing)} aria-invalid=${isWrong ? 'true' : nothing}>
  </div>`;
}

/** Shown only with built-in sign-in. */
export function password() {
  const { user } = client.session;
  return html`<form class="password" aria-label=${t('settings.password')} @submit=${save}>
    <p class="setting__hint">${t('settings.password_hint')}</p>
    <input type="text" name="username" autocomplete="username" hidden .value=${user?.username ?? ''}>
    ${field({ name: 'current', label: t('settings.password_current'), complete: 'current-password' })}
    ${field({ name: 'new', label: t('settings.password_new'), complete: 'new-password', least: 8 })}
    <div role="alert">${form.problem ? html`<p class="sign__problem">${icon('alert')}${problemText()}</p>` : nothing}</div>
    <button class="button button--primary" ?disabled=${form.busy}>${t('settings.password_change')}</button>
  </form>`;
}
