import { has, t } from '../language.js';
import { secondsLeft } from './countdown.js';
import { toast } from './toast.js';

/** @typedef {import('../../client/types.js').Failure} Problem */

/** The reasons of the server are sentences of English; these are their keys. */
const reasons = /** @type {Record<string, string>} */ ({
  'User has blocked you': 'reason.blocked_you',
  'You have blocked this user': 'reason.you_blocked',
  'User only accepts messages from followers': 'reason.followers',
  'User does not accept messages': 'reason.none',
});

/** @param {string | null | undefined} reason */
export const reasonText = (reason) => (reason && reasons[reason] ? t(reasons[reason]) : (reason ?? ''));

/** What went wrong, for people: the code decides, and the server's sentence stands in where we have none. @param {Problem | null | undefined} problem */
export function explain(problem) {
  if (!problem) return '';
  const detail = String(problem.details?.['reason'] ?? '');
  const reason = detail || problem.message;
  if (reasons[reason]) return reasonText(reason);
  const seconds = problem.code === 'rate_limited' ? secondsLeft(problem) : 0;
  if (seconds) return t('error.rate_limited_in', { count: seconds });
  // What is wrong with a field, only the server knows.
  if (problem.code === 'invalid_request' && problem.message) return problem.message;
  const key = `error.${problem.code}`;
  return has(key) ? t(key) : t('error.unknown');
}

/** @param {unknown} problem */
export function report(problem) {
  const known = /** @type {Problem} */ (problem ?? {});
  if (!known.code) console.error(problem);
  toast(() => explain(known) || t('error.unknown'), { role: 'alert', stays: Math.max(8, known.retryAfter ?? 0) * 1_000, copy: known.requestId ?? undefined });
}

/**
 * Runs something that may fail and tells the reader if it did.
 *
 * @template T
 * @param {Promise<T> | T} work
 * @returns {Promise<T | undefined>}
 */
export async function attempt(work) {
  try {
    return await work;
  } catch (problem) {
    report(problem);
    return undefined;
  }
}
