/** @typedef {import('../core/context.js').Context} Context */


/** The server's limits, checked before an upload that cannot succeed. docs/limits.md */
const megabyte = 1_048_576;
export const limits = { count: 5, total: 100 * megabyte, letters: 10_000 };

/** Maximum size in bytes per extension. */
const sizes = {
  ...of(['jpg', 'jpeg', 'jfif', 'jpe', 'png', 'gif', 'webp'], 10),
  ...of(['pdf', 'doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'txt'], 25),
  ...of(['zip', 'rar', '7z'], 50),
  ...of(['csv', 'json', 'xml'], 10),
};

/** For the file picker. */
export const accepted = Object.keys(sizes).map((each) => `.${each}`).join(',');

/** @param {string[]} endings @param {number} megabytes @returns {Record<string, number>} */
function of(endings, megabytes) {
  return Object.fromEntries(endings.map((each) => [each, megabytes * megabyte]));
}

/** @param {string} name */
export const ending = (name) => (name.includes('.') ? (name.split('.').at(-1) ?? '').toLowerCase() : '');

/** @param {Context} ctx @param {number} bytes */
export function sizeText(ctx, bytes) {
  const units = ['byte', 'kilobyte', 'megabyte'];
  const step = bytes < 1_000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  const digits = step === 2 && bytes < 10_000_000 ? 1 : 0;
  const format = { style: 'unit', unit: units[step], unitDisplay: step ? 'short' : 'long', maximumFractionDigits: digits };
  return new Intl.NumberFormat(ctx.language.tag, /** @type {Intl.NumberFormatOptions} */ (format)).format(bytes / 1_000 ** step);
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
  const most = sizes[ending(name)];
  if (others.length >= limits.count) return ctx.t('file.too_many', { count: limits.count });
  if (most === undefined) return ctx.t('file.kind', { name });
  if (file.size === 0) return ctx.t('file.empty', { name });
  if (file.size > most) return ctx.t('file.too_large', { name, size: sizeText(ctx, most) });
  const total = others.reduce((sum, each) => sum + each.size, file.size);
  return total > limits.total ? ctx.t('file.total', { size: sizeText(ctx, limits.total) }) : '';
}

/** The message for a file that the server refused for its size; the server's limit may be lower than the one here. @param {Context} ctx @param {{name: string, size: number}} file */
export function tooLarge(ctx, { name, size }) {
  const most = sizes[ending(name)] ?? 0;
  return size > most && most ? ctx.t('refused.too_large', { size: sizeText(ctx, most) }) : ctx.t('refused.too_large_here', { size: sizeText(ctx, size) });
}

/** Splits a long name so that its middle is shortened and the extension stays visible. @param {string} name @returns {[string, string]} */
export function splitName(name) {
  const tail = Math.min(8, Math.floor(name.length / 2));
  return [name.slice(0, name.length - tail), name.slice(name.length - tail)];
}
