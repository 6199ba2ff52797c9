import { t } from '../language.js';
import { toast } from '../parts/toast.js';

/**
 * Dropped or pasted files. A folder appears as a file; only its entry shows that it is a folder.
 *
 * @param {DataTransfer} transfer
 */
export function carried(transfer) {
  const items = [...transfer.items].filter((each) => each.kind === 'file');
  const files = items.filter((each) => !each.webkitGetAsEntry()?.isDirectory);
  if (files.length < items.length) toast(t('file.folder'), { role: 'alert', stays: 8_000 });
  return files.map((each) => each.getAsFile()).filter((each) => each !== null);
}
