/** @typedef {import('../core/context.js').Context} Context */

/** @typedef {import('../../client/types.js').Message} Message */

/** The names of a message's files, as far as they are here. @param {Message} message @returns {string[]} */
function names({ attachments, uploads }) {
  const there = attachments.map((each) => each.original_filename ?? each.filename);
  return [...there, ...uploads.map((each) => each.name)];
}

/** A message as one line: its text, or a description of its files. @param {Context} ctx @param {Message} message */
export function gist(ctx, message) {
  if (message.content) return message.content;
  const files = names(message);
  if (message.type === 'image') return files.length > 1 ? ctx.t('preview.photos', { count: files.length }) : ctx.t('preview.photo');
  const [first] = files;
  if (!first) return ctx.t('preview.file');
  return files.length > 1 ? ctx.t('preview.files', { name: first, count: files.length - 1 }) : first;
}
