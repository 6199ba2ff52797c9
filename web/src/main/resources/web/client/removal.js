const GRACE = 5_000;

/**
 * Something that is shown as removed at once, and removed in truth a little later: until then it can
 * be taken back without asking the server. Leaving the page is no way to take it back.
 *
 * @param {{hide: () => void, show: () => void, remove: () => Promise<unknown>}} what
 * @returns {import('./types.js').Removal}
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
  // Whoever does not look at the outcome has not made a mistake.
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
