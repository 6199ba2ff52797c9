import { perMessenger } from '../core/per-messenger.js';
import { html, ref } from '../lit.js';
import { avatar } from '../parts/avatar.js';
import { attempt } from '../parts/problem.js';
import { unblock } from '../people/block.js';

/** @typedef {import('../core/context.js').Context} Context */

/** @typedef {import('../../client/types.js').BlockedUser} BlockedUser */

const shownOf = perMessenger(() => ({ people: /** @type {BlockedUser[] | null} */ (null) }));

/** Called when the list is shown and after changes to it. @param {Context} ctx */
async function load(ctx) {
  const shown = shownOf(ctx);
  const list = await attempt(ctx, ctx.client.people.blocked());
  shown.people = list ?? shown.people ?? [];
  ctx.schedule();
}

/** @param {Context} ctx @param {BlockedUser} person */
async function lift(ctx, person) {
  await unblock(ctx, person);
  await load(ctx);
}

/** The element is new when the settings were opened again. @param {Context} ctx @param {Element | undefined} element */
function opened(ctx, element) {
  if (element) queueMicrotask(ctx.bind(load));
}

/** @param {Context} ctx */
export const blockedList = (ctx) => html`<div ${ref(ctx.bind(opened))}>${list(ctx)}</div>`;

/** @param {Context} ctx */
function list(ctx) {
  const { people } = shownOf(ctx);
  if (!people) return html`<p class="setting__hint setting">${ctx.t('loading')}</p>`;
  if (!people.length) return html`<p class="setting__hint setting">${ctx.t('settings.nobody_blocked')}</p>`;
  return html`<ul role="list" aria-label=${ctx.t('settings.blocked')}>
    ${people.map(
      (each) => html`<li class="setting">
        ${avatar(ctx, each, { size: 'small' })}
        <span class="setting__text"><bdi class="setting__label ellipsis">${each.full_name}</bdi><span class="setting__hint">@${each.username}</span></span>
        <button class="button button--quiet" type="button" aria-label=${ctx.t('unblock.name', { name: each.full_name })} @click=${() => lift(ctx, each)}>${ctx.t('unblock')}</button>
      </li>`,
    )}
  </ul>`;
}
