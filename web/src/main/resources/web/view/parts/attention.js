/** Uses a lock, because the browser releases it when the tab ends in any way. A stored flag could remain and suppress all notifications. */
const name = 'dm.visible';

/** @type {(() => void) | null} */
let letGo = null;

/** Reports to the other tabs whether the web client is visible in this tab. */
export function shareAttention() {
  const visible = document.visibilityState === 'visible';
  if (visible && !letGo) hold();
  if (!visible) {
    letGo?.();
    letGo = null;
  }
}

function hold() {
  const hidden = new Promise((done) => (letGo = () => done(undefined)));
  navigator.locks?.request(name, { mode: 'shared' }, () => hidden).catch(() => {});
}

/** Whether the web client is visible in any tab. */
export async function isSeen() {
  if (document.visibilityState === 'visible') return true;
  const locks = await navigator.locks?.query();
  return Boolean(locks?.held?.some((each) => each.name === name));
}
