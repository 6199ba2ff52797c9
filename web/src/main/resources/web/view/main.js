import { render } from './lit.js';
import { app } from './app.js';
import { client } from './client.js';
import { followZone } from './dates.js';
import { drawWith, schedule } from './loop.js';
import { listen } from './router.js';
import { state } from './state.js';
import { preferredLanguage, t, useLanguage } from './language.js';
import { listenToKeys } from './parts/keyboard.js';
import { shareAttention } from './parts/attention.js';
import { followRoute } from './parts/focus.js';
import { listenToArrivals } from './parts/notify.js';
import { attempt } from './parts/problem.js';
import { toast } from './parts/toast.js';
import { tellUnread } from './embedding.js';
import { followUpdates, takeUpdate } from './updates.js';
import { showUnread } from './parts/title.js';
import { followViewport } from './parts/viewport.js';

const place = /** @type {HTMLElement} */ (document.getElementById('app'));

function draw() {
  followZone();
  render(app(), place);
  showUnread();
  followRoute(state.route);
  shareAttention();
}

/** Asks before leaving during an upload or with unsaved messages. @param {BeforeUnloadEvent} event */
function warn(event) {
  if (client.uploads.busy || client.unsaved) event.preventDefault();
}

// For tools and tests that have nothing but the page.
Object.assign(place, { messenger: { client } });
await useLanguage(preferredLanguage());
drawWith(draw);
listen(schedule);
listenToKeys();
listenToArrivals();
followViewport();
client.addEventListener('change', schedule);
client.addEventListener('change', (event) => {
  const { part } = /** @type {CustomEvent<import('../client/types.js').ChangeDetail>} */ (event).detail;
  if (part === 'update') {
    toast(t('update.text'), { stays: 600_000, action: { label: t('update.action'), run: takeUpdate } });
  } else if (part === 'inbox') {
    tellUnread(client.inbox.totalUnread);
  }
});
addEventListener('focus', schedule);
addEventListener('blur', schedule);
addEventListener('beforeunload', warn);
document.addEventListener('visibilitychange', schedule);
// Relative times such as "2 minutes ago" need regular redraws.
setInterval(schedule, 30_000);
schedule();
attempt(client.open());
followUpdates().catch(() => {});
