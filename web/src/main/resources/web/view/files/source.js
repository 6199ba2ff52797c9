import { client } from '../client.js';
import { schedule } from '../loop.js';

/** @typedef {import('../../client/types.js').Attachment} Attachment */

/**
 * Addresses of pictures that are on the screen: once one was found it stays, so that a picture never loads twice.
 *
 * @type {Map<string, string>}
 */
const known = new Map();
/** @type {Set<string>} */
const asked = new Set();

/**
 * The address of a picture, now if it is at hand, else after the next frame or so.
 *
 * @param {Attachment} attachment
 * @param {boolean} thumbnail
 * @returns {string | null}
 */
export function source(attachment, thumbnail) {
  const key = `${attachment.id} ${thumbnail}`;
  const found = known.get(key) ?? client.files.urlNow(attachment, thumbnail);
  if (found) {
    known.set(key, found);
    return found;
  }
  if (!asked.has(key)) {
    asked.add(key);
    client.files.url(attachment, thumbnail).then(
      (url) => (known.set(key, url), schedule()),
      () => {},
    );
  }
  return null;
}

/** An address can expire while it is shown; another is asked for, once. @param {Attachment} attachment @param {boolean} thumbnail */
export function broken(attachment, thumbnail) {
  const key = `${attachment.id} ${thumbnail}`;
  if (!known.delete(key) || asked.has(key)) return;
  asked.add(key);
  client.files.url(attachment, thumbnail).then(
    (url) => (known.set(key, url), schedule()),
    () => {},
  );
}

/** Previews of what is not sent yet, and when each was drawn last. @type {Map<Blob, {url: string, drawn: number}>} */
const previews = new Map();
const unusedMilliseconds = 60_000;
let sweeper = 0;

/** An address keeps its file in memory, so it goes when nobody draws it any more. */
function sweep() {
  for (const [blob, { url, drawn }] of previews) {
    if (Date.now() - drawn < unusedMilliseconds) continue;
    URL.revokeObjectURL(url);
    previews.delete(blob);
  }
  sweeper = previews.size ? setTimeout(sweep, unusedMilliseconds) : 0;
}

/** @param {Blob} blob */
export function previewOf(blob) {
  const url = previews.get(blob)?.url ?? URL.createObjectURL(blob);
  previews.set(blob, { url, drawn: Date.now() });
  sweeper ||= setTimeout(sweep, unusedMilliseconds);
  return url;
}
