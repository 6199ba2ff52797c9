const most = 3;
/** A picture, a flag or a key cap; letters and digits alone are none. */
const emoji = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3)/u;
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Whether a message is one to three emoji and nothing else, which are shown large. @param {string} text */
export function isLarge(text) {
  // Taking a text apart costs; nearly all begin with a letter.
  if (text.length > 60 || /^\p{L}/u.test(text)) return false;
  const parts = [...graphemes.segment(text)].map((each) => each.segment).filter((each) => each.trim());
  return parts.length > 0 && parts.length <= most && parts.every((each) => emoji.test(each));
}
