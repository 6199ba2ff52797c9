import { client } from './client.js';

const LOOK_EVERY = 60 * 60 * 1000;

/** @type {ServiceWorker | null} */
let waiting = null;

/**
 * Registers the service worker and reports when it has downloaded a newer version (`change` with part
 * `update`). Open pages check for a new version regularly.
 */
export async function followUpdates() {
  if (!('serviceWorker' in navigator) || window !== top) {
    return;
  }
  followTakeOver();
  const registration = await navigator.serviceWorker.register(/** @type {string} */ (address()));
  if (!registration) {
    // Some browsers are configured to expose workers but refuse to register them.
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

/** The new worker has only the new files, so this page cannot load further files of its own version. */
function followTakeOver() {
  let isControlled = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (isControlled) {
      location.reload();
    }
    isControlled = true;
  });
}

/** Activates the newer version in all tabs. */
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

/** The page's policy allows no other script URL. */
function address() {
  const path = '/worker.js';
  const policies = /** @type {any} */ (globalThis).trustedTypes;
  return policies?.createPolicy('mockhu-worker', { createScriptURL: () => path }).createScriptURL(path) ?? path;
}
