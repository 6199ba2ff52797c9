/** @typedef {import('../core/context.js').Context} Context */

const megabyte = 1_048_576;

/** For the file picker; nothing while the server's limits are not known. @param {Context} ctx */
export const accepted = (ctx) => Object.keys(ctx.client.limits.fileBytes ?? {}).map((each) => `.${each}`).join(',');

/** @param {string} name */
export const ending = (name) => (name.includes('.') ? (name.split('.').at(-1) ?? '').toLowerCase() : '');

/** @param {Context} ctx @param {number} bytes */
export function sizeText(ctx, bytes) {
  const units = ['byte', 'kilobyte', 'megabyte'];
  // By the same unit as the limits: 25 MB is 25 MB.
  const step = bytes < 1_024 ? 0 : bytes < megabyte ? 1 : 2;
  const digits = step === 2 && bytes < 10 * megabyte ? 1 : 0;
  const format = { style: 'unit', unit: units[step], unitDisplay: step ? 'short' : 'long', maximumFractionDigits: digits };
  return new Intl.NumberFormat(ctx.language.tag, /** @type {Intl.NumberFormatOptions} */ (format)).format(bytes / 1_024 ** step);
}

/**
 * The reason why a file cannot be sent, or nothing.
 *
 * @param {Context} ctx
 * @param {File} file
 * @param {File[]} others that go with it
 */
export function check(ctx, file, others) {
  const { name } = file;
  const { limits } = ctx.client;
  const most = limits.fileBytes === null ? Infinity : limits.fileBytes[ending(name)];
  if (others.length >= limits.attachments) return ctx.t('file.too_many', { count: limits.attachments });
  if (most === undefined) return ctx.t('file.kind', { name });
  if (file.size === 0) return ctx.t('file.empty', { name });
  if (file.size > most) return ctx.t('file.too_large', { name, size: sizeText(ctx, most) });
  const total = others.reduce((sum, each) => sum + each.size, file.size);
  return total > limits.uploadBytes ? ctx.t('file.total', { size: sizeText(ctx, limits.uploadBytes) }) : '';
}

/** The message for a file that the server refused for its size; the server's limit may be lower than the one here. @param {Context} ctx @param {{name: string, size: number}} file */
export function tooLarge(ctx, { name, size }) {
  const most = ctx.client.limits.fileBytes?.[ending(name)] ?? 0;
  return size > most && most ? ctx.t('refused.too_large', { size: sizeText(ctx, most) }) : ctx.t('refused.too_large_here', { size: sizeText(ctx, size) });
}

/** Splits a long name so that its middle is shortened and the extension stays visible. @param {string} name @returns {[string, string]} */
export function splitName(name) {
  const tail = Math.min(8, Math.floor(name.length / 2));
  return [name.slice(0, name.length - tail), name.slice(name.length - tail)];
}
