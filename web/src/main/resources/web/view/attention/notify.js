import { perMessenger } from '../core/per-messenger.js';
import { isSeen } from './attention.js';
import { gist } from '../parts/gist.js';
import { closeNotifications, listenToTaps, showNotification } from './notification.js';
import { ping } from './sound.js';

/** @typedef {import('../core/context.js').Context} Context */

/** @typedef {import('../../client/types.js').Arrival} Arrival */

/** Milliseconds during which arrivals are combined, for example after a disconnect. */
const gatherMilliseconds = 300;

const gatheringOf = perMessenger(() => ({
  /** The latest of each conversation. @type {Map<string, Arrival>} */
  latest: new Map(),
  active: false,
}));

/** @param {Context} ctx @param {string} id */
const isRead = (ctx, id) => !ctx.client.inbox.items.some((each) => each.id === id && each.unread > 0);

/** @param {Context} ctx @param {Arrival} arrival @param {boolean} silent */
function notify(ctx, { conversation: { id, other }, message }, silent) {
  const body = ctx.preferences.previews ? gist(ctx, message).slice(0, 180) : ctx.t('notification.hidden');
  showNotification(ctx, id, other.full_name, { body, silent, icon: other.avatar_url ?? undefined });
}

/** @param {Context} ctx */
function tell(ctx) {
  const gathering = gatheringOf(ctx);
  const unread = [...gathering.latest.values()].filter((each) => !isRead(ctx, each.conversation.id));
  gathering.latest.clear();
  if (!unread.length) return;
  const sounded = ctx.preferences.sound && ping();
  // The system's sound is used while the page may not play audio.
  if (ctx.preferences.notifications) unread.forEach((each) => notify(ctx, each, sounded || !ctx.preferences.sound));
}

/** Only the leading tab receives arrivals, so one tab notifies. @param {Context} ctx @param {Arrival} arrival */
async function arrived(ctx, arrival) {
  const gathering = gatheringOf(ctx);
  gathering.latest.set(arrival.conversation.id, arrival);
  if (gathering.active) return;
  gathering.active = true;
  if (await isSeen()) gathering.latest.clear();
  else await new Promise((done) => setTimeout(done, gatherMilliseconds));
  gathering.active = false;
  tell(ctx);
}

/** @param {Context} ctx */
export function listenToArrivals(ctx) {
  ctx.client.addEventListener('message', (event) => arrived(ctx, /** @type {CustomEvent<Arrival>} */ (event).detail), { signal: ctx.signal });
  ctx.client.addEventListener('change', () => closeNotifications(ctx, ctx.bind(isRead)), { signal: ctx.signal });
  listenToTaps(ctx);
}
