/** A lock, for the browser lets go of it with the tab, however that ends: a note somewhere would stay and silence the rest. */
const name = 'dm.visible';

/** @type {(() => void) | null} */
let letGo = null;

/** Tells the other tabs whether the messenger can be seen in this one. */
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

/** Whether the messenger can be seen, in this tab or another one. */
export async function isSeen() {
  if (document.visibilityState === 'visible') return true;
  const locks = await navigator.locks?.query();
  return Boolean(locks?.held?.some((each) => each.name === name));
}
