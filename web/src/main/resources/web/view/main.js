import { render } from './lit.js';
import { app } from './app.js';
import { client } from './client.js';
import { drawWith, schedule } from './loop.js';
import { listen } from './router.js';
import { state } from './state.js';
import { preferredLanguage, useLanguage } from './language.js';
import { listenToKeys } from './parts/keyboard.js';
import { shareAttention } from './parts/attention.js';
import { followRoute } from './parts/focus.js';
import { listenToArrivals } from './parts/notify.js';
import { attempt } from './parts/problem.js';
import { showUnread } from './parts/title.js';
import { followViewport } from './parts/viewport.js';
import { loadBlocked } from './settings/blocked.js';

const place = /** @type {HTMLElement} */ (document.getElementById('app'));

let settingsShown = false;

function draw() {
  render(app(), place);
  showUnread();
  followRoute(state.route);
  shareAttention();
  const shown = state.route.name === 'settings' && client.session.state === 'in';
  if (shown && !settingsShown) loadBlocked();
  settingsShown = shown;
}

/** Leaving in the middle of an upload is worth a question. @param {BeforeUnloadEvent} event */
function warn(event) {
  if (client.uploads.busy) event.preventDefault();
}

await useLanguage(preferredLanguage());
drawWith(draw);
listen(schedule);
listenToKeys();
listenToArrivals();
followViewport();
client.addEventListener('change', schedule);
addEventListener('focus', schedule);
addEventListener('blur', schedule);
addEventListener('beforeunload', warn);
document.addEventListener('visibilitychange', schedule);
// Times like "2 minutes ago" grow old by themselves.
setInterval(schedule, 30_000);
schedule();
attempt(client.open());
