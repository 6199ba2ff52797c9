import { schedule } from '../loop.js';

/** @typedef {import('../../client/types.js').Failure} Failure */

/** When each refusal was first seen here, from which its seconds count. @type {WeakMap<Failure, number>} */
const begun = new WeakMap();
let timer = 0;

/** Whole seconds until trying again makes sense; draws anew every second while it counts. @param {Failure} failure */
export function secondsLeft(failure) {
  if (!failure.retryAfter) return 0;
  const start = begun.get(failure) ?? Date.now();
  begun.set(failure, start);
  const left = Math.max(0, Math.ceil(failure.retryAfter - (Date.now() - start) / 1_000));
  clearTimeout(timer);
  if (left) timer = setTimeout(schedule, 1_000);
  return left;
}
