import { ask } from '../overlay/dialog.js';
import { attempt } from '../parts/problem.js';
import { dismiss, toast } from '../overlay/toast.js';

/** @typedef {import('../core/context.js').Context} Context */

/** @typedef {import('../parts/avatar.js').Person} Person */

/** @param {Context} ctx @param {Person} person */
export function askToBlock(ctx, person) {
  ask(ctx, {
    title: ctx.t('block.title', { name: person.full_name }),
    text: ctx.t('block.consequence', { name: person.full_name }),
    choices: [{ label: ctx.t('block'), danger: true, run: () => block(ctx, person) }],
  });
}

/** @param {Context} ctx @param {Person} person */
async function block(ctx, person) {
  const done = await attempt(ctx, ctx.client.people.block(person.id).then(() => true));
  if (!done) return;
  const id = toast(ctx, ctx.t('block.done', { name: person.full_name }), {
    action: { label: ctx.t('undo'), run: () => (dismiss(ctx, id), unblock(ctx, person)) },
  });
}

/** @param {Context} ctx @param {Person} person */
export async function unblock(ctx, person) {
  const done = await attempt(ctx, ctx.client.people.unblock(person.id).then(() => true));
  if (done) toast(ctx, ctx.t('unblock.done', { name: person.full_name }));
}
