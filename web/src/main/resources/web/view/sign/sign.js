import { html, live, nothing } from '../lit.js';
import { client } from '../client.js';
import { schedule } from '../loop.js';
import { t } from '../language.js';
import { explain } from '../parts/problem.js';
import { icon } from '../parts/icon.js';

/** @typedef {import('../parts/problem.js').Problem} Problem */

const form = {
  creating: false,
  shown: false,
  busy: false,
  /** @type {Problem | null} */
  problem: null,
};

/** @param {Event} event */
async function submit(event) {
  event.preventDefault();
  if (form.busy) return;
  const fields = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
  /** @param {string} name */
  const value = (name) => String(fields.get(name) ?? '');
  const username = value('username').trim();
  const password = value('password');
  change({ busy: true, problem: null });
  try {
    if (form.creating) await client.signUp({ username, fullName: value('name').trim(), password });
    else await client.signIn({ username, password });
    change({ busy: false, shown: false, creating: false });
  } catch (problem) {
    change({ busy: false, problem: /** @type {Problem} */ (problem) });
  }
}

/** @param {Partial<typeof form>} changes */
function change(changes) {
  Object.assign(form, changes);
  schedule();
}

/** Distinguishes a 401 for wrong credentials from a 401 for an ended session. */
function problemText() {
  if (!form.problem) return '';
  return form.problem.code === 'unauthorized' ? t('sign.wrong') : explain(form.problem);
}

/** Whether the error concerns this field. @param {string} name */
function atFault(name) {
  if (form.problem?.code === 'username_taken') return name === 'username';
  return form.problem?.code === 'unauthorized' && name !== 'name';
}

/** @param {{name: string, label: string, complete: string, hint?: string, type?: string, extra?: unknown, value?: string, focus?: boolean}} field */
function field({ name, label, complete, hint, type = 'text', extra = nothing, value = '', focus = false }) {
  const secret = name === 'password';
  const limits = secret && form.creating ? 8 : nothing;
  return html`<div class="field">
    <label class="field__label" for="sign-${name}">${label}</label>
    <div class=${secret ? 'input-with-button' : ''}>
      <input class="input" id="sign-${name}" name=${name} type=${type} autocomplete=${complete} required
        autocapitalize=${name === 'name' ? 'words' : 'none'} spellcheck="false" minlength=${/** @type {any} */ (limits)}
        aria-describedby=${hint ? `sign-${name}-hint` : nothing}
        aria-invalid=${atFault(name) ? 'true' : nothing} .defaultValue=${live(value)} ?autofocus=${focus}>
      ${extra}
    </div>
    ${hint ? html`<p class="field__hint" id="sign-${name}-hint">${hint}</p>` : nothing}
  </div>`;
}

function eye() {
  return html`<button class="icon-button" type="button" aria-pressed=${form.shown}
    aria-label=${t('sign.show')} @click=${() => change({ shown: !form.shown })}>${icon(form.shown ? 'hidden' : 'eye')}</button>`;
}

/** The form, also used by the dialog of an ended session. @param {{username?: string, again?: boolean}} [options] */
export function signForm({ username = '', again = false } = {}) {
  const creating = form.creating && !again;
  return html`<form class="sign__form" @submit=${submit}>
    ${creating ? field({ name: 'name', label: t('sign.name'), complete: 'name' }) : nothing}
    ${field({
      name: 'username',
      label: t('sign.username'),
      complete: 'username',
      hint: creating ? t('sign.username_hint') : '',
      value: username,
    })}
    ${field({
      name: 'password',
      label: t('sign.password'),
      complete: creating ? 'new-password' : 'current-password',
      hint: creating ? t('sign.password_hint') : '',
      type: form.shown ? 'text' : 'password',
      extra: eye(),
      focus: again,
    })}
    <div role="alert">${form.problem ? html`<p class="sign__problem">${icon('alert')}${problemText()}</p>` : nothing}</div>
    <button class="button button--primary button--wide" ?disabled=${form.busy}>
      ${form.busy ? t('sign.busy') : t(creating ? 'sign.up' : 'sign.in')}
    </button>
  </form>`;
}

/** Notices shown before signing in. */
function note() {
  const isGone = client.connection.reason === 'deleted';
  const isForgetful = client.storage === 'memory';
  return html`<div role="status">
    ${isGone ? html`<p class="sign__note">${icon('alert')}${t('connection.deleted')}</p>` : nothing}
    ${isForgetful ? html`<p class="sign__note">${icon('alert')}${t('storage.memory')}</p>` : nothing}
  </div>`;
}

/** The page of a person who is not signed in. */
export function sign() {
  return html`<main class="sign">
    <section class="sign__card">
      <div class="sign__mark" aria-hidden="true">${icon('message')}</div>
      <h1 class="sign__title">${t(form.creating ? 'sign.title_up' : 'sign.title_in')}</h1>
      <p class="sign__lead">${t(form.creating ? 'sign.lead_up' : 'sign.lead_in')}</p>
      ${note()} ${signForm()}
      <p class="sign__other">
        ${t(form.creating ? 'sign.have' : 'sign.new')}
        <button class="link" type="button" @click=${() => change({ creating: !form.creating, problem: null })}>
          ${t(form.creating ? 'sign.in' : 'sign.up')}
        </button>
      </p>
    </section>
  </main>`;
}
