const most = 24;
const first = ['👍', '❤️', '😂', '🎉', '🙏', '😍', '😭', '🔥'];

/** Recently used emoji, latest first. @returns {string[]} */
export function recent() {
  return JSON.parse(localStorage.getItem('dm.emoji') ?? 'null') ?? first;
}

/** @param {string} emoji */
export function remember(emoji) {
  const others = recent().filter((each) => each !== emoji);
  localStorage.setItem('dm.emoji', JSON.stringify([emoji, ...others].slice(0, most)));
}
