/**
 * The render loop: each change requests a frame, and a frame draws everything once.
 */

/** @type {() => void} */
let draw = () => {};
let pending = false;
/** @type {Array<() => void>} */
let afterwards = [];

/** @param {() => void} drawing is called once for each frame in which something changed */
export function drawWith(drawing) {
  draw = drawing;
}

export function schedule() {
  if (pending) return;
  pending = true;
  // A hidden page gets no frames, but its title must still show the unread count.
  if (document.hidden) setTimeout(run, 0);
  else requestAnimationFrame(run);
}

/** Runs when the next frame is drawn, for what needs the new elements: focus, scrolling. @param {() => void} action */
export function afterDraw(action) {
  afterwards.push(action);
  schedule();
}

function run() {
  pending = false;
  draw();
  const actions = afterwards;
  afterwards = [];
  for (const action of actions) action();
}
