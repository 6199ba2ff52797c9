const most = 3;
/** An emoji, a flag or a keycap; plain letters and digits do not match. */
const emoji = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3)/u;
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Whether a message consists of one to three emoji, which are shown large. @param {string} text */
export function isLarge(text) {
  // Skips segmentation, which is expensive, for texts that begin with a letter.
  if (text.length > 60 || /^\p{L}/u.test(text)) return false;
  const parts = [...graphemes.segment(text)].map((each) => each.segment).filter((each) => each.trim());
  return parts.length > 0 && parts.length <= most && parts.every((each) => emoji.test(each));
}
