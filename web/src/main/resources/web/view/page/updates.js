const LOOK_EVERY = 60 * 60 * 1000;

/**
 * The service worker of the page. Open pages check for a new version regularly, and report when the
 * worker has downloaded one.
 */
export class Updates {
  #found;
  /** @type {ServiceWorker | null} */
  #waiting = null;

  /** @param {() => void} found a newer version is ready */
  constructor(found) {
    this.#found = found;
  }

  async follow() {
    // In a frame that may not store anything, reading the property throws.
    if (window !== top || !('serviceWorker' in navigator)) return;
    followTakeOver();
    const registration = await navigator.serviceWorker.register(/** @type {string} */ (address()));
    // Some browsers are configured to expose workers but refuse to register them.
    if (!registration) return;
    setInterval(() => registration.update().catch(() => {}), LOOK_EVERY);
    this.#announce(registration.waiting);
    registration.addEventListener('updatefound', () => this.#follow(registration.installing));
  }

  /** Activates the newer version in all tabs. */
  take() {
    this.#waiting?.postMessage('take-over');
  }

  /** @param {ServiceWorker | null} next */
  #follow(next) {
    next?.addEventListener('statechange', () => {
      if (next.state === 'installed' && navigator.serviceWorker.controller) this.#announce(next);
    });
  }

  /** @param {ServiceWorker | null} worker */
  #announce(worker) {
    if (!worker) return;
    this.#waiting = worker;
    this.#found();
  }
}

/** The new worker has only the new files, so this page cannot load further files of its own version. */
function followTakeOver() {
  let isControlled = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (isControlled) location.reload();
    isControlled = true;
  });
}

/** The page's policy allows no other script URL. */
function address() {
  const path = '/worker.js';
  const policies = /** @type {any} */ (globalThis).trustedTypes;
  return policies?.createPolicy('mockhu-worker', { createScriptURL: () => path }).createScriptURL(path) ?? path;
}
