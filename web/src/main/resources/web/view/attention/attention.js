import { perMessenger } from '../core/per-messenger.js';

/** @typedef {import('../core/context.js').Context} Context */

/** Uses a lock, because the browser releases it when the tab ends in any way. A stored flag could remain and suppress all notifications. */
const name = 'dm.visible';

const heldOf = perMessenger(() => ({ letGo: /** @type {(() => void) | null} */ (null) }));

/** Reports to the other tabs whether the web client is visible in this tab. @param {Context} ctx */
export function shareAttention(ctx) {
  const held = heldOf(ctx);
  const visible = document.visibilityState === 'visible';
  if (visible && !held.letGo) hold(ctx);
  if (!visible) {
    held.letGo?.();
    held.letGo = null;
  }
}

/** @param {Context} ctx */
function hold(ctx) {
  const hidden = new Promise((done) => (heldOf(ctx).letGo = () => done(undefined)));
  navigator.locks?.request(name, { mode: 'shared' }, () => hidden).catch(() => {});
}

/** Whether the web client is visible in any tab. */
export async function isSeen() {
  if (document.visibilityState === 'visible') return true;
  // Browsers that refuse storage to a frame refuse locks too.
  const locks = await navigator.locks?.query().catch(() => null);
  return Boolean(locks?.held?.some((each) => each.name === name));
}
