import { client } from '../client.js';
import { navigate } from '../router.js';
import { state } from '../state.js';
import { t } from '../language.js';
import { undoable } from '../parts/undo.js';
import { askToBlock, unblock } from '../people/block.js';

/** Hides the conversation at once and deletes it on the server when it can no longer be undone. @param {string} id */
export function removeConversation(id) {
  if (state.route.id === id) navigate('/', { replace: true });
  undoable(t('conversation.removed'), client.inbox.remove(id));
}

/**
 * The actions for a conversation in the list.
 *
 * @param {string} id
 */
export function rowActions(id) {
  const found = client.inbox.items.find((each) => each.id === id);
  if (!found) return null;
  const items = [
    found.blocked
      ? { label: t('unblock'), icon: 'shield', run: () => unblock(found.other) }
      : { label: t('block'), icon: 'ban', run: () => askToBlock(found.other) },
    { label: t('conversation.remove'), icon: 'trash', danger: true, run: () => removeConversation(id) },
  ];
  return { label: t('row.menu', { name: found.other.full_name }), items };
}
