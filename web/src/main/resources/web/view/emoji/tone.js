/** The modifiers of Unicode, and none. */
export const tones = ['', '🏻', '🏼', '🏽', '🏾', '🏿'];

export const tone = () => localStorage.getItem('dm.skin') ?? '';

/** @param {string} next */
export const setTone = (next) => localStorage.setItem('dm.skin', next);

/** The emoji with the chosen skin tone, if it supports one. @param {string} emoji */
export function toned(emoji) {
  const [first = '', ...rest] = [...emoji];
  if (!tone() || !/^\p{Emoji_Modifier_Base}$/u.test(first)) return emoji;
  return first + tone() + rest.filter((each, index) => index > 0 || each !== '\uFE0F').join('');
}
