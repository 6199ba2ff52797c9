import { html, live, nothing } from '../lit.js';

/**
 * A row with a switch.
 *
 * @param {{id: string, label: string, hint?: string, on: boolean, change: (on: boolean) => void, disabled?: boolean}} row
 */
export function toggle({ id, label, hint, on, change, disabled = false }) {
  return html`<div class="setting">
    <div class="setting__text">
      <label class="setting__label" for=${id}>${label}</label>
      ${hint ? html`<p class="setting__hint" id="${id}-hint">${hint}</p>` : nothing}
    </div>
    <input class="switch" type="checkbox" role="switch" id=${id} .checked=${live(on)} ?disabled=${disabled}
      aria-describedby=${hint ? `${id}-hint` : nothing}
      @change=${(/** @type {Event} */ event) => change(/** @type {HTMLInputElement} */ (event.target).checked)}>
  </div>`;
}

/**
 * A group of choices with one selected.
 *
 * @param {{name: string, label: string, hint?: string, value: string, options: Array<{value: string, label: string}>, change: (value: any) => void}} row
 */
export function choice({ name, label, hint, value, options, change }) {
  /** @param {{value: string, label: string}} option */
  const radio = (option) => html`<label class="segment">
    <input class="heard" type="radio" name=${name} value=${option.value} .checked=${live(option.value === value)} @change=${() => change(option.value)}>
    <span>${option.label}</span>
  </label>`;
  return html`<div class="setting setting--stacked" role="radiogroup" aria-labelledby="choice-${name}">
    <span class="setting__label" id="choice-${name}">${label}</span>
    ${hint ? html`<p class="setting__hint">${hint}</p>` : nothing}
    <div class="segments">${options.map(radio)}</div>
  </div>`;
}

/** @param {string} title @param {unknown} body */
export function section(title, body) {
  return html`<section class="settings__section"><h2 class="settings__title">${title}</h2><div class="settings__card">${body}</div></section>`;
}
