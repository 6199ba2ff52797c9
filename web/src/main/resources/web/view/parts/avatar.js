import { html, nothing } from '../lit.js';

/** @typedef {import('../core/context.js').Context} Context */

/** The fields of a person that an avatar needs. @typedef {{id: string, username: string, full_name: string, avatar_url?: string | null}} Person */

/** The number of colours in style/avatar.css. */
const colours = 8;

/** Derives a stable colour from the person's id. @param {string} id */
function colour(id) {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return sum % colours;
}

/** @param {Person} person */
export function initials(person) {
  const words = (person.full_name || person.username || '?').trim().split(/\s+/u);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ''];
  return letters.map((word) => [...(word ?? '')][0] ?? '').join('').toLocaleUpperCase();
}

/** Hides an image that fails to load, for example because its host is unavailable or not allowed by the page's policy. @param {Event} event */
function hideBroken(event) {
  /** @type {HTMLImageElement} */ (event.target).hidden = true;
}

/**
 * @param {Context} ctx
 * @param {Person} person
 * @param {{size?: 'small' | 'medium' | 'large' | 'huge', online?: boolean}} [options]
 */
export function avatar(ctx, person, { size = 'medium', online = false } = {}) {
  return html`<span class="avatar avatar--${size}" aria-hidden="true">
    <span class="avatar__face avatar__face--${colour(person.id)}">${initials(person)}</span>
    ${person.avatar_url
      ? html`<img class="avatar__image" src=${ctx.href(person.avatar_url)} alt="" loading="lazy" @error=${hideBroken}>`
      : nothing}
    ${online ? html`<span class="avatar__dot" title=${ctx.t('online')}></span>` : nothing}
  </span>`;
}
