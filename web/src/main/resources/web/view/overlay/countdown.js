import { perMessenger } from '../core/per-messenger.js';

/** @typedef {import('../core/context.js').Context} Context */

/** @typedef {import('../../client/types.js').Failure} Failure */

/** When each failure was first seen; its countdown starts then. @type {WeakMap<Failure, number>} */
const begun = new WeakMap();
const tickOf = perMessenger(() => ({ timer: 0 }));

/** Whole seconds until a retry is possible; redraws every second while counting. @param {Context} ctx @param {Failure} failure */
export function secondsLeft(ctx, failure) {
  const tick = tickOf(ctx);
  if (!failure.retryAfter) return 0;
  const start = begun.get(failure) ?? Date.now();
  begun.set(failure, start);
  const left = Math.max(0, Math.ceil(failure.retryAfter - (Date.now() - start) / 1_000));
  clearTimeout(tick.timer);
  if (left) tick.timer = setTimeout(ctx.schedule, 1_000);
  return left;
}
