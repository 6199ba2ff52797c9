const most = 24;
const first = ['👍', '❤️', '😂', '🎉', '🙏', '😍', '😭', '🔥'];

/** What was used lately, latest first. @returns {string[]} */
export function recent() {
  return JSON.parse(localStorage.getItem('dm.emoji') ?? 'null') ?? first;
}

/** @param {string} emoji */
export function remember(emoji) {
  const others = recent().filter((each) => each !== emoji);
  localStorage.setItem('dm.emoji', JSON.stringify([emoji, ...others].slice(0, most)));
}

/** The modifiers of Unicode, and none. */
export const tones = ['', '🏻', '🏼', '🏽', '🏾', '🏿'];

export const tone = () => localStorage.getItem('dm.skin') ?? '';

/** @param {string} next */
export const setTone = (next) => localStorage.setItem('dm.skin', next);
