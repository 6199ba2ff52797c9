import { perMessenger } from '../core/per-messenger.js';
import { html, nothing } from '../lit.js';
import { icon } from '../parts/icon.js';
import { explain } from '../parts/problem.js';
import { toast } from '../overlay/toast.js';

/** @typedef {import('../core/context.js').Context} Context */

/** @typedef {import('../parts/problem.js').Problem} Problem */

const formOf = perMessenger(() => ({
  busy: false,
  /** @type {Problem | null} */
  problem: null,
}));

/** @param {Context} ctx @param {Partial<ReturnType<typeof formOf>>} changes */
function change(ctx, changes) {
  Object.assign(formOf(ctx), changes);
  ctx.schedule();
}

/** @param {Context} ctx @param {Event} event */
async function save(ctx, event) {
  event.preventDefault();
  if (formOf(ctx).busy) return;
  const element = /** @type {HTMLFormElement} */ (event.currentTarget);
  const fields = new FormData(element);
  change(ctx, { busy: true, problem: null });
  try {
    await ctx.client.settings.changePassword(String(fields.get('current')), String(fields.get('new')));
    element.reset();
    change(ctx, { busy: false });
    toast(ctx, ctx.t('settings.password_changed'));
  } catch (problem) {
    change(ctx, { busy: false, problem: /** @type {Problem} */ (problem) });
    ctx.find('#password-current')?.focus();
  }
}

/** Distinguishes a 401 for a wrong password from a 401 for an ended session. @param {Context} ctx */
function problemText(ctx) {
  const form = formOf(ctx);
  if (!form.problem) return '';
  return form.problem.code === 'unauthorized' ? ctx.t('settings.password_wrong') : explain(ctx, form.problem);
}

/** @param {Context} ctx @param {{name: string, label: string, complete: string, least?: number}} field */
function field(ctx, { name, label, complete, least }) {
  const isWrong = name === 'current' && formOf(ctx).problem?.code === 'unauthorized';
  return html`<div class="field">
    <label class="field__label" for="password-${name}">${label}</label>
    <input class="input" id="password-${name}" name=${name} type="password" autocomplete=${complete} required
      minlength=${/** @type {any} */ (least ?? nothing)} aria-invalid=${isWrong ? 'true' : nothing}>
  </div>`;
}

/** Shown only with built-in sign-in. @param {Context} ctx */
export function password(ctx) {
  const form = formOf(ctx);
  const { user } = ctx.client.session;
  return html`<form class="password" aria-label=${ctx.t('settings.password')} @submit=${ctx.bind(save)}>
    <p class="setting__hint">${ctx.t('settings.password_hint')}</p>
    <input type="text" name="username" autocomplete="username" hidden .value=${user?.username ?? ''}>
    ${field(ctx, { name: 'current', label: ctx.t('settings.password_current'), complete: 'current-password' })}
    ${field(ctx, { name: 'new', label: ctx.t('settings.password_new'), complete: 'new-password', least: ctx.client.limits.passwordLength })}
    <div role="alert">${form.problem ? html`<p class="sign__problem">${icon('alert')}${problemText(ctx)}</p>` : nothing}</div>
    <button class="button button--primary" ?disabled=${form.busy}>${ctx.t('settings.password_change')}</button>
  </form>`;
}
