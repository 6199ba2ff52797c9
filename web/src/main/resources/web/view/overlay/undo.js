import { report } from '../parts/problem.js';
import { dismiss, toast } from './toast.js';

/** @typedef {import('../core/context.js').Context} Context */

/**
 * Shows a removal while it can be undone.
 *
 * @param {Context} ctx
 * @param {string} text what was done, in the past tense
 * @param {import('../../client/types.js').Removal} removal
 */
export function undoable(ctx, text, removal) {
  const id = toast(ctx, text, { stays: 60_000, action: { label: ctx.t('undo'), run: () => (removal.undo(), dismiss(ctx, id)) } });
  removal.done.catch(ctx.bind(report)).finally(() => dismiss(ctx, id));
}
