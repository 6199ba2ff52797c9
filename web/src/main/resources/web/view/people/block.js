import { client } from '../client.js';
import { t } from '../language.js';
import { ask } from '../parts/dialog.js';
import { attempt } from '../parts/problem.js';
import { toast } from '../parts/toast.js';

/** @typedef {import('../parts/avatar.js').Person} Person */

/** @param {Person} person */
export function askToBlock(person) {
  ask({
    title: t('block.title', { name: person.full_name }),
    text: t('block.consequence', { name: person.full_name }),
    choices: [{ label: t('block'), danger: true, run: () => block(person) }],
  });
}

/** @param {Person} person */
async function block(person) {
  const done = await attempt(client.people.block(person.id).then(() => true));
  if (!done) return;
  toast(t('block.done', { name: person.full_name }), { action: { label: t('undo'), run: () => unblock(person) } });
}

/** @param {Person} person */
export async function unblock(person) {
  const done = await attempt(client.people.unblock(person.id).then(() => true));
  if (done) toast(t('unblock.done', { name: person.full_name }));
}
