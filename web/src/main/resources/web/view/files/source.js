import { client } from '../client.js';
import { schedule } from '../loop.js';

/** @typedef {import('../../client/types.js').Attachment} Attachment */

/**
 * URLs of displayed images. A resolved URL is kept, so that an image is not loaded twice.
 *
 * @type {Map<string, string>}
 */
const known = new Map();
/** @type {Set<string>} */
const asked = new Set();

/**
 * The URL of an image, if resolved; otherwise it is resolved and drawn in a later frame.
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

/** A URL can expire while it is shown; a new one is requested once. @param {Attachment} attachment @param {boolean} thumbnail */
export function broken(attachment, thumbnail) {
  const key = `${attachment.id} ${thumbnail}`;
  if (!known.delete(key) || asked.has(key)) return;
  asked.add(key);
  client.files.url(attachment, thumbnail).then(
    (url) => (known.set(key, url), schedule()),
    () => {},
  );
}

/** Previews of unsent files, and when each was last drawn. @type {Map<Blob, {url: string, drawn: number}>} */
const previews = new Map();
const unusedMilliseconds = 60_000;
let sweeper = 0;

/** A `blob:` URL keeps its file in memory, so it is released when it is no longer drawn. */
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
