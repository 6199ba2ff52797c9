import { t } from '../language.js';
import { toast } from '../parts/toast.js';

/**
 * The files that are dropped or pasted. A folder looks like a file here; only its entry tells.
 *
 * @param {DataTransfer} transfer
 */
export function carried(transfer) {
  const items = [...transfer.items].filter((each) => each.kind === 'file');
  const files = items.filter((each) => !each.webkitGetAsEntry()?.isDirectory);
  if (files.length < items.length) toast(t('file.folder'), { role: 'alert', stays: 8_000 });
  return files.map((each) => each.getAsFile()).filter((each) => each !== null);
}
