const GRACE = 5_000;

/**
 * A removal that is shown at once and carried out after a short delay. Until then it can be undone
 * without a request. Leaving the page does not undo it.
 *
 * @param {{hide: () => void, show: () => void, remove: () => Promise<unknown>}} what
 * @returns {import('../types.js').Removal}
 */
export function removal({ hide, show, remove }) {
  const { promise, resolve, reject } = withResolvers();
  const settle = () => {
    clearTimeout(timer);
    removeEventListener('pagehide', now);
  };
  const now = () => {
    settle();
    remove().then(() => resolve(true), (error) => {
      show();
      reject(error);
    });
  };
  const undo = () => {
    settle();
    show();
    resolve(false);
  };
  const timer = setTimeout(now, GRACE);
  addEventListener('pagehide', now);
  // Callers may ignore the outcome; this avoids an unhandled rejection.
  promise.catch(() => {});
  hide();
  return { undo: once(undo), now: once(now), done: promise };
}

/** @param {() => void} task */
function once(task) {
  let isDone = false;
  return () => {
    if (!isDone) {
      isDone = true;
      task();
    }
  };
}

function withResolvers() {
  /** @type {(value: boolean) => void} */
  let resolve = () => {};
  /** @type {(reason: unknown) => void} */
  let reject = () => {};
  /** @type {Promise<boolean>} */
  const promise = new Promise((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
