/** @typedef {import('../core/context.js').Context} Context */

const most = 24;
const first = ['👍', '❤️', '😂', '🎉', '🙏', '😍', '😭', '🔥'];

/** Recently used emoji, latest first. @param {Context} ctx @returns {string[]} */
export function recent(ctx) {
  return ctx.preferences.emoji ?? first;
}

/** @param {Context} ctx @param {string} emoji */
export function remember(ctx, emoji) {
  const others = recent(ctx).filter((each) => each !== emoji);
  ctx.preferences.emoji = [emoji, ...others].slice(0, most);
}
