import { t } from '../language.js';
import { report } from './problem.js';
import { dismiss, toast } from './toast.js';

/**
 * Shows a removal while it can be undone.
 *
 * @param {string} text what was done, in the past tense
 * @param {import('../../client/types.js').Removal} removal
 */
export function undoable(text, removal) {
  const id = toast(text, { stays: 60_000, action: { label: t('undo'), run: () => (removal.undo(), dismiss(id)) } });
  removal.done.catch(report).finally(() => dismiss(id));
}
