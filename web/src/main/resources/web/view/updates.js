import { client } from './client.js';

const LOOK_EVERY = 60 * 60 * 1000;

/** @type {ServiceWorker | null} */
let waiting = null;

/**
 * Registers the worker that opens this page without a network, and notices when a newer version of it
 * has been fetched (`change` with part `update`). Pages that are left open for days look by themselves.
 */
export async function followUpdates() {
  if (!('serviceWorker' in navigator) || window !== top) {
    return;
  }
  followTakeOver();
  const registration = await navigator.serviceWorker.register(/** @type {string} */ (address()));
  if (!registration) {
    // Some browsers are set to offer workers, and to give none.
    return;
  }
  const look = () => registration.update().catch(() => {});
  setInterval(look, LOOK_EVERY);
  announce(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const next = registration.installing;
    next?.addEventListener('statechange', () => {
      if (next.state === 'installed' && navigator.serviceWorker.controller) {
        announce(next);
      }
    });
  });
}

/** The new worker has the new files alone: what this page would still fetch of its own version is nowhere any more. */
function followTakeOver() {
  let isControlled = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (isControlled) {
      location.reload();
    }
    isControlled = true;
  });
}

/** Changes to the newer version, in all tabs. */
export function takeUpdate() {
  waiting?.postMessage('take-over');
}

/** @param {ServiceWorker | null} worker */
function announce(worker) {
  if (worker) {
    waiting = worker;
    client.dispatchEvent(new CustomEvent('change', { detail: { part: 'update' } }));
  }
}

/** The page's policy lets no other text become the address of a script. */
function address() {
  const path = '/worker.js';
  const policies = /** @type {any} */ (globalThis).trustedTypes;
  return policies?.createPolicy('mockhu-worker', { createScriptURL: () => path }).createScriptURL(path) ?? path;
}
