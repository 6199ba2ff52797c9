import { perMessenger } from '../core/per-messenger.js';
import { html, live, nothing } from '../lit.js';
import { explain } from '../parts/problem.js';
import { icon } from '../parts/icon.js';

/** @typedef {import('../core/context.js').Context} Context */

/** @typedef {import('../parts/problem.js').Problem} Problem */

const formOf = perMessenger(() => ({
  creating: false,
  shown: false,
  busy: false,
  /** @type {Problem | null} */
  problem: null,
}));

/** @param {Context} ctx @param {Event} event */
async function submit(ctx, event) {
  const form = formOf(ctx);
  event.preventDefault();
  if (form.busy) return;
  const fields = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
  /** @param {string} name */
  const value = (name) => String(fields.get(name) ?? '');
  const username = value('username').trim();
  const password = value('password');
  change(ctx, { busy: true, problem: null });
  try {
    if (form.creating) await ctx.client.signUp({ username, fullName: value('name').trim(), password });
    else await ctx.client.signIn({ username, password });
    change(ctx, { busy: false, shown: false, creating: false });
  } catch (problem) {
    change(ctx, { busy: false, problem: /** @type {Problem} */ (problem) });
  }
}

/** @param {Context} ctx @param {Partial<ReturnType<typeof formOf>>} changes */
function change(ctx, changes) {
  Object.assign(formOf(ctx), changes);
  ctx.schedule();
}

/** Distinguishes a 401 for wrong credentials from a 401 for an ended session. @param {Context} ctx */
function problemText(ctx) {
  const form = formOf(ctx);
  if (!form.problem) return '';
  return form.problem.code === 'unauthorized' ? ctx.t('sign.wrong') : explain(ctx, form.problem);
}

/** Whether the error concerns this field. @param {Context} ctx @param {string} name */
function atFault(ctx, name) {
  const form = formOf(ctx);
  if (form.problem?.code === 'username_taken') return name === 'username';
  return form.problem?.code === 'unauthorized' && name !== 'name';
}

/** @param {Context} ctx @param {{name: string, label: string, complete: string, hint?: string, type?: string, extra?: unknown, value?: string, focus?: boolean}} field */
function field(ctx, { name, label, complete, hint, type = 'text', extra = nothing, value = '', focus = false }) {
  const secret = name === 'password';
  const least = secret && formOf(ctx).creating ? ctx.client.limits.passwordLength : nothing;
  return html`<div class="field">
    <label class="field__label" for="sign-${name}">${label}</label>
    <div class=${secret ? 'input-with-button' : ''}>
      <input class="input" id="sign-${name}" name=${name} type=${type} autocomplete=${complete} required
        autocapitalize=${name === 'name' ? 'words' : 'none'} spellcheck="false" minlength=${/** @type {any} */ (least)}
        aria-describedby=${hint ? `sign-${name}-hint` : nothing}
        aria-invalid=${atFault(ctx, name) ? 'true' : nothing} .defaultValue=${live(value)} ?autofocus=${focus}>
      ${extra}
    </div>
    ${hint ? html`<p class="field__hint" id="sign-${name}-hint">${hint}</p>` : nothing}
  </div>`;
}

/** @param {Context} ctx */
function eye(ctx) {
  const form = formOf(ctx);
  return html`<button class="icon-button" type="button" aria-pressed=${form.shown}
    aria-label=${ctx.t('sign.show')} @click=${() => change(ctx, { shown: !form.shown })}>${icon(form.shown ? 'hidden' : 'eye')}</button>`;
}

/** The form, also used by the dialog of an ended session. @param {Context} ctx @param {{username?: string, again?: boolean}} [options] */
export function signForm(ctx, { username = '', again = false } = {}) {
  const form = formOf(ctx);
  const creating = form.creating && !again;
  return html`<form class="sign__form" @submit=${ctx.bind(submit)}>
    ${creating ? field(ctx, { name: 'name', label: ctx.t('sign.name'), complete: 'name' }) : nothing}
    ${field(ctx, {
      name: 'username',
      label: ctx.t('sign.username'),
      complete: 'username',
      hint: creating ? ctx.t('sign.username_hint') : '',
      value: username,
    })}
    ${field(ctx, {
      name: 'password',
      label: ctx.t('sign.password'),
      complete: creating ? 'new-password' : 'current-password',
      hint: creating && ctx.client.limits.passwordLength ? ctx.t('sign.password_hint', { count: ctx.client.limits.passwordLength }) : '',
      type: form.shown ? 'text' : 'password',
      extra: eye(ctx),
      focus: again,
    })}
    <div role="alert">${form.problem ? html`<p class="sign__problem">${icon('alert')}${problemText(ctx)}</p>` : nothing}</div>
    <button class="button button--primary button--wide" ?disabled=${form.busy}>
      ${form.busy ? ctx.t('sign.busy') : ctx.t(creating ? 'sign.up' : 'sign.in')}
    </button>
  </form>`;
}

/** Notices shown before signing in. @param {Context} ctx */
function note(ctx) {
  const isGone = ctx.client.connection.reason === 'deleted';
  const isForgetful = ctx.client.storage === 'memory';
  return html`<div role="status">
    ${isGone ? html`<p class="sign__note">${icon('alert')}${ctx.t('connection.deleted')}</p>` : nothing}
    ${isForgetful ? html`<p class="sign__note">${icon('alert')}${ctx.t('storage.memory')}</p>` : nothing}
  </div>`;
}

/** The page of a person who is not signed in. @param {Context} ctx */
export function sign(ctx) {
  const form = formOf(ctx);
  return html`<main class="sign">
    <section class="sign__card">
      <div class="sign__mark" aria-hidden="true">${icon('message')}</div>
      <h1 class="sign__title">${ctx.t(form.creating ? 'sign.title_up' : 'sign.title_in')}</h1>
      <p class="sign__lead">${ctx.t(form.creating ? 'sign.lead_up' : 'sign.lead_in')}</p>
      ${note(ctx)} ${signForm(ctx)}
      <p class="sign__other">
        ${ctx.t(form.creating ? 'sign.have' : 'sign.new')}
        <button class="link" type="button" @click=${() => change(ctx, { creating: !form.creating, problem: null })}>
          ${ctx.t(form.creating ? 'sign.in' : 'sign.up')}
        </button>
      </p>
    </section>
  </main>`;
}
