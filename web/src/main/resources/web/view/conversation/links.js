import { html } from '../lit.js';

/** Addresses as people write them: with a scheme, with www, or of a mailbox. */
const address = /(?:https?:\/\/|www\.)[^\s<>"'`]+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/giu;
const ending = /[.,;:!?)\]}»”’…*_~]/u;

/** @param {string} text @param {string} letter */
const count = (text, letter) => text.split(letter).length - 1;

/** What ends a sentence does not belong to the address before it; a bracket does when it was opened inside. @param {string} found */
function trim(found) {
  let shown = found;
  while (ending.test(shown.at(-1) ?? '')) {
    if (shown.endsWith(')') && count(shown, '(') >= count(shown, ')')) break;
    shown = shown.slice(0, -1);
  }
  return shown;
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
