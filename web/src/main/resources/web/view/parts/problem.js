import { has, t } from '../language.js';
import { copy } from './copy.js';
import { secondsLeft } from './countdown.js';
import { fileReasons } from './file-reasons.js';
import { reasons } from './reasons.js';
import { toast } from './toast.js';

/** @typedef {import('../../client/types.js').Failure} Problem */

/** @param {string | null | undefined} reason */
export const reasonText = (reason) => (reason && reasons[reason] ? t(reasons[reason]) : (reason ?? ''));

/** What only the server knows, in its own words. @param {Problem} problem */
const quoted = ({ message }) => (message ? t('error.said', { words: message }) : t('error.invalid_request'));

/** What went wrong, for people: the code decides, and the server's sentence stands in where we have none. @param {Problem | null | undefined} problem */
export function explain(problem) {
  if (!problem) return '';
  const fileReason = fileReasons[String(problem.details?.['reason_code'])];
  if (fileReason) return t(fileReason);
  const reason = String(problem.details?.['reason'] ?? problem.message);
  if (reasons[reason]) return reasonText(reason);
  const seconds = problem.code === 'rate_limited' ? secondsLeft(problem) : 0;
  if (seconds) return t('error.rate_limited_in', { count: seconds });
  if (problem.code === 'invalid_request' || problem.code === 'file_refused') return quoted(problem);
  const key = `error.${problem.code}`;
  return has(key) ? t(key) : t('error.unknown');
}

/** @param {unknown} problem */
export function report(problem) {
  const known = /** @type {Problem} */ (problem ?? {});
  if (!known.code) console.error(problem);
  const { requestId } = known;
  toast(() => explain(known) || t('error.unknown'), {
    role: 'alert',
    stays: Math.max(8, known.retryAfter ?? 0) * 1_000,
    action: requestId ? { label: t('error.copy'), run: () => copy(requestId) } : undefined,
  });
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
