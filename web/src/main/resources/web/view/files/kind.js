import { ending } from './rules.js';

const icons = {
  image: ['jpg', 'jpeg', 'png', 'gif', 'webp'],
  archive: ['zip', 'rar', '7z'],
  sheet: ['xls', 'xlsx', 'csv'],
  text: ['doc', 'docx', 'txt', 'pdf', 'ppt', 'pptx'],
};

/** @param {string} name of a file */
export function fileIcon(name) {
  const kind = ending(name);
  return Object.entries(icons).find(([, endings]) => endings.includes(kind))?.[0] ?? 'file';
}

/** A short label for the type of a file. @param {string} name */
export const kindText = (name) => ending(name).toUpperCase().slice(0, 4);
