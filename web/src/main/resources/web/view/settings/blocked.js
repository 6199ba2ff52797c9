import { html, ref } from '../lit.js';
import { client } from '../client.js';
import { schedule } from '../loop.js';
import { t } from '../language.js';
import { avatar } from '../parts/avatar.js';
import { attempt } from '../parts/problem.js';
import { unblock } from '../people/block.js';

/** @typedef {import('../../client/types.js').BlockedUser} BlockedUser */

/** @type {BlockedUser[] | null} */
let people = null;

/** Called when the list is shown and after changes to it. */
async function load() {
  people = (await attempt(client.people.blocked())) ?? people ?? [];
  schedule();
}

/** @param {BlockedUser} person */
async function lift(person) {
  await unblock(person);
  await load();
}

/** The element is new when the settings were opened again. @param {Element | undefined} element */
function opened(element) {
  if (element) queueMicrotask(load);
}

export const blockedList = () => html`<div ${ref(opened)}>${list()}</div>`;

function list() {
  if (!people) return html`<p class="setting__hint setting">${t('loading')}</p>`;
  if (!people.length) return html`<p class="setting__hint setting">${t('settings.nobody_blocked')}</p>`;
  return html`<ul role="list" aria-label=${t('settings.blocked')}>
    ${people.map(
      (each) => html`<li class="setting">
        ${avatar(each, { size: 'small' })}
        <span class="setting__text"><bdi class="setting__label ellipsis">${each.full_name}</bdi><span class="setting__hint">@${each.username}</span></span>
        <button class="button button--quiet" type="button" aria-label=${t('unblock.name', { name: each.full_name })} @click=${() => lift(each)}>${t('unblock')}</button>
      </li>`,
    )}
  </ul>`;
}
