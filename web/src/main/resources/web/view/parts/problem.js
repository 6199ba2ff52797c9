import { has } from '../core/language.js';
import { copy } from './copy.js';
import { secondsLeft } from '../overlay/countdown.js';
import { fileReasons } from './file-reasons.js';
import { reasonCodes } from './reason-codes.js';
import { toast } from '../overlay/toast.js';

/** @typedef {import('../core/context.js').Context} Context */

/** @typedef {import('../../client/types.js').Failure} Problem */

/**
 * Why one person cannot write to another. A newer server may have a code that is not known here.
 *
 * @param {Context} ctx
 * @param {string | null | undefined} code  a reason code, or an error code where there is none
 */
export function reasonText(ctx, code) {
  if (!code) return '';
  const key = reasonCodes[code] ?? `error.${code}`;
  return has(key) ? ctx.t(key) : ctx.t('error.messaging_not_allowed');
}

/** The server's own message. @param {Context} ctx @param {Problem} problem */
const quoted = (ctx, { message }) => (message ? ctx.t('error.said', { words: message }) : ctx.t('error.invalid_request'));

/** The message for a failure: chosen by its code, or the server's message if there is none for the code. @param {Context} ctx @param {Problem | null | undefined} problem */
export function explain(ctx, problem) {
  if (!problem) return '';
  const code = String(problem.details?.['reason_code']);
  const reason = reasonCodes[code] ?? fileReasons[code];
  if (reason) return ctx.t(reason);
  const seconds = problem.code === 'rate_limited' ? secondsLeft(ctx, problem) : 0;
  if (seconds) return ctx.t('error.rate_limited_in', { count: seconds });
  if (problem.code === 'invalid_request' || problem.code === 'file_refused') return quoted(ctx, problem);
  const key = `error.${problem.code}`;
  return has(key) ? ctx.t(key) : ctx.t('error.unknown');
}

/** @param {Context} ctx @param {unknown} problem */
export function report(ctx, problem) {
  const known = /** @type {Problem} */ (problem ?? {});
  if (!known.code) console.error(problem);
  const { requestId } = known;
  toast(ctx, () => explain(ctx, known) || ctx.t('error.unknown'), {
    role: 'alert',
    stays: Math.max(8, known.retryAfter ?? 0) * 1_000,
    action: requestId ? { label: ctx.t('error.copy'), run: () => copy(ctx, requestId) } : undefined,
  });
}

/**
 * Runs a task and shows a toast if it fails.
 *
 * @template T
 * @param {Context} ctx
 * @param {Promise<T> | T} work
 * @returns {Promise<T | undefined>}
 */
export async function attempt(ctx, work) {
  try {
    return await work;
  } catch (problem) {
    report(ctx, problem);
    return undefined;
  }
}
