import { html } from '../lit.js';

/** Addresses as people write them: with a scheme, with www, or of a mailbox. */
const address = /(?:https?:\/\/|www\.)[^\s<>"'`]+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/giu;
const ending = /[.,;:!?)\]}»”’…*_~]/u;

/** How often a letter stands in a text. @param {string} text @param {string} letter */
function count(text, letter) {
  let times = 0;
  for (let at = text.indexOf(letter); at >= 0; at = text.indexOf(letter, at + 1)) times++;
  return times;
}

/**
 * What ends a sentence does not belong to the address before it; a bracket does when it was opened inside.
 * Counts the brackets once: counting them anew for each one taken away would let a message of ten thousand
 * brackets hold up whoever looks at it.
 *
 * @param {string} found
 */
export function trim(found) {
  let closed = count(found, ')');
  const opened = count(found, '(');
  let end = found.length;
  while (end > 0 && ending.test(found[end - 1] ?? '')) {
    if (found[end - 1] === ')') {
      if (opened >= closed) break;
      closed--;
    }
    end--;
  }
  return found.slice(0, end);
}

/** @param {string} text */
function whole(text) {
  if (/^https?:\/\//i.test(text)) return text;
  return /^www\./i.test(text) ? `https://${text}` : `mailto:${text}`;
}

/** What an address leads to: the web or a mailbox, nothing else ever. @param {string} text @returns {string | null} */
export function target(text) {
  if (!URL.canParse(whole(text))) return null;
  const url = new URL(whole(text));
  const safe = ['http:', 'https:', 'mailto:'].includes(url.protocol);
  return safe ? url.href : null;
}

/**
 * The text with what looks like an address as a link. Text stays text: the parts are never read as markup.
 *
 * @param {string} text
 * @returns {unknown[]}
 */
export function linked(text) {
  const parts = [];
  let from = 0;
  for (const found of text.matchAll(address)) {
    const shown = trim(found[0]);
    const href = target(shown);
    if (!href) continue;
    parts.push(text.slice(from, found.index));
    parts.push(html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow">${shown}</a>`);
    from = found.index + shown.length;
  }
  parts.push(text.slice(from));
  return parts;
}
