import { client } from '../client.js';
import { navigate } from '../router.js';
import { t } from '../language.js';
import { preferences } from '../settings/preferences.js';
import { isWatched } from './attention.js';
import { ping } from './sound.js';

/** @typedef {import('../../client/types.js').Arrival} Arrival */

/** @param {import('../../client/types.js').Message} message */
function words(message) {
  return message.content ?? t(message.type === 'image' ? 'preview.photo' : 'preview.file');
}

/** @param {Arrival} arrival */
function notify({ conversation, message }) {
  if (!preferences.notifications) return;
  const body = preferences.previews ? words(message).slice(0, 180) : t('notification.hidden');
  // One conversation has one notification, the latest.
  const shown = new Notification(conversation.other.full_name, { body, tag: conversation.id, icon: conversation.other.avatar_url ?? undefined });
  shown.onclick = () => {
    window.focus();
    navigate(`/c/${conversation.id}`);
    shown.close();
  };
}

/** @param {Arrival} arrival */
function arrived(arrival) {
  if (isWatched(arrival.conversation.id)) return;
  notify(arrival);
  if (document.hidden && preferences.sound) ping();
}

export function listenToArrivals() {
  client.addEventListener('message', (event) => arrived(/** @type {CustomEvent<Arrival>} */ (event).detail));
}
