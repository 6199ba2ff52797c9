import { html } from '../lit.js';

/** URLs with a scheme or with www, and e-mail addresses. */
const address = /(?:https?:\/\/|www\.)[^\s<>"`]+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/giu;
const ending = /[.,;:!?)\]}»”’…]/u;

/** Counts a character in a text. @param {string} text @param {string} letter */
function count(text, letter) {
  let times = 0;
  for (let at = text.indexOf(letter); at >= 0; at = text.indexOf(letter, at + 1)) times++;
  return times;
}

/**
 * Removes punctuation after a URL, except a closing bracket that was opened inside it. Brackets are
 * counted once: counting them for each removed one would take quadratic time on a message of 10,000
 * brackets.
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

/** The link target: http, https or mailto only. @param {string} text @returns {string | null} */
export function target(text) {
  if (!URL.canParse(whole(text))) return null;
  const url = new URL(whole(text));
  const safe = ['http:', 'https:', 'mailto:'].includes(url.protocol);
  return safe ? url.href : null;
}

/**
 * The text with URLs as links. The parts are never parsed as markup.
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
