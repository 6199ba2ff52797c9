/** @typedef {import('../core/context.js').Context} Context */

/** The modifiers of Unicode, and none. */
export const tones = ['', '🏻', '🏼', '🏽', '🏾', '🏿'];

/** @param {Context} ctx */
export const tone = (ctx) => ctx.preferences.skin;

/** @param {Context} ctx @param {string} next */
export function setTone(ctx, next) {
  ctx.preferences.skin = next;
}

/** The emoji with the chosen skin tone, if it supports one. @param {Context} ctx @param {string} emoji */
export function toned(ctx, emoji) {
  const [first = '', ...rest] = [...emoji];
  if (!tone(ctx) || !/^\p{Emoji_Modifier_Base}$/u.test(first)) return emoji;
  return first + tone(ctx) + rest.filter((each, index) => index > 0 || each !== '\uFE0F').join('');
}
