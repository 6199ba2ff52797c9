import { client } from '../client.js';
import { t } from '../language.js';
import { preferences } from '../settings/preferences.js';
import { isSeen } from './attention.js';
import { gist } from './gist.js';
import { closeNotifications, listenToTaps, showNotification } from './notification.js';
import { ping } from './sound.js';

/** @typedef {import('../../client/types.js').Arrival} Arrival */

/** Milliseconds during which arrivals are combined, for example after a disconnect. */
const gatherMilliseconds = 300;

/** The latest of each conversation. @type {Map<string, Arrival>} */
const gathered = new Map();
let gathering = false;

/** @param {string} id */
const isRead = (id) => !client.inbox.items.some((each) => each.id === id && each.unread > 0);

/** @param {Arrival} arrival @param {boolean} silent */
function notify({ conversation: { id, other }, message }, silent) {
  const body = preferences.previews ? gist(message).slice(0, 180) : t('notification.hidden');
  showNotification(id, other.full_name, { body, silent, icon: other.avatar_url ?? undefined });
}

function tell() {
  const unread = [...gathered.values()].filter((each) => !isRead(each.conversation.id));
  gathered.clear();
  if (!unread.length) return;
  const sounded = preferences.sound && ping();
  // The system's sound is used while the page may not play audio.
  if (preferences.notifications) unread.forEach((each) => notify(each, sounded || !preferences.sound));
}

/** Only the leading tab receives arrivals, so one tab notifies. @param {Arrival} arrival */
async function arrived(arrival) {
  gathered.set(arrival.conversation.id, arrival);
  if (gathering) return;
  gathering = true;
  if (await isSeen()) gathered.clear();
  else await new Promise((done) => setTimeout(done, gatherMilliseconds));
  gathering = false;
  tell();
}

export function listenToArrivals() {
  client.addEventListener('message', (event) => arrived(/** @type {CustomEvent<Arrival>} */ (event).detail));
  client.addEventListener('change', () => closeNotifications(isRead));
  listenToTaps();
}
