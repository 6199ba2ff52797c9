import { has, t } from '../language.js';
import { copy } from './copy.js';
import { secondsLeft } from './countdown.js';
import { fileReasons } from './file-reasons.js';
import { reasonCodes } from './reason-codes.js';
import { toast } from './toast.js';

/** @typedef {import('../../client/types.js').Failure} Problem */

/**
 * Why one person cannot write to another. A newer server may have a code that is not known here.
 *
 * @param {string | null | undefined} code  a reason code, or an error code where there is none
 */
export function reasonText(code) {
  if (!code) return '';
  const key = reasonCodes[code] ?? `error.${code}`;
  return has(key) ? t(key) : t('error.messaging_not_allowed');
}

/** The server's own message. @param {Problem} problem */
const quoted = ({ message }) => (message ? t('error.said', { words: message }) : t('error.invalid_request'));

/** The message for a failure: chosen by its code, or the server's message if there is none for the code. @param {Problem | null | undefined} problem */
export function explain(problem) {
  if (!problem) return '';
  const code = String(problem.details?.['reason_code']);
  const reason = reasonCodes[code] ?? fileReasons[code];
  if (reason) return t(reason);
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
 * Runs a task and shows a toast if it fails.
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
