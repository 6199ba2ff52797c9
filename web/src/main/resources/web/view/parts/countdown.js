import { schedule } from '../loop.js';

/** @typedef {import('../../client/types.js').Failure} Failure */

/** When each failure was first seen; its countdown starts then. @type {WeakMap<Failure, number>} */
const begun = new WeakMap();
let timer = 0;

/** Whole seconds until a retry is possible; redraws every second while counting. @param {Failure} failure */
export function secondsLeft(failure) {
  if (!failure.retryAfter) return 0;
  const start = begun.get(failure) ?? Date.now();
  begun.set(failure, start);
  const left = Math.max(0, Math.ceil(failure.retryAfter - (Date.now() - start) / 1_000));
  clearTimeout(timer);
  if (left) timer = setTimeout(schedule, 1_000);
  return left;
}
