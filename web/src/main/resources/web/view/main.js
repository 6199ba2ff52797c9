import { DmClient } from '../client/dm-client.js';
import { AddressRouter } from './page/address-router.js';
import { HostBridge } from './page/embedding.js';
import { Tab } from './page/title.js';
import { Updates } from './page/updates.js';
import { followViewport } from './page/viewport.js';
import { hasPending } from './composer/pending.js';
import { createMessenger } from './messenger.js';
import { toast } from './overlay/toast.js';

/** The page of the web client: one messenger that fills it, or fills a frame in a page of others. */
const place = /** @type {HTMLElement} */ (document.getElementById('app'));
const bridge = HostBridge.open();
const client = new DmClient(bridge ? { name: 'dm-host', tokens: () => bridge.token() } : { name: 'dm' });
const tab = new Tab();
const messenger = createMessenger(place, {
  client,
  page: {
    router: new AddressRouter(),
    drawn: () => tab.show(messenger),
    // The classic script that runs before the first paint also follows later changes.
    dressed: (theme) => dispatchEvent(new CustomEvent('dm-theme', { detail: theme })),
  },
});
// For tools and tests that have nothing but the page.
Object.assign(place, { messenger });

/** Asks before leaving during an upload, with unsaved messages or with files in the composer. @param {BeforeUnloadEvent} event */
function warn(event) {
  if (client.uploads.busy || client.unsaved || hasPending(messenger.context)) event.preventDefault();
}

addEventListener('beforeunload', warn);
followViewport();
bridge?.serve(messenger);
const updates = new Updates(() => {
  const { context } = messenger;
  toast(context, context.t('update.text'), { stays: 600_000, action: { label: context.t('update.action'), run: () => updates.take() } });
});
messenger.ready.then(() => updates.follow()).catch(() => {});
