import { perMessenger } from '../core/per-messenger.js';

/** @typedef {import('../core/context.js').Context} Context */

/** @typedef {import('../../client/types.js').Attachment} Attachment */

/** URLs of displayed images. A resolved URL is kept, so that an image is not loaded twice. */
const urlsOf = perMessenger(() => ({
  /** @type {Map<string, string>} */
  known: new Map(),
  /** @type {Set<string>} */
  asked: new Set(),
}));

/**
 * The URL of an image, if resolved; otherwise it is resolved and drawn in a later frame.
 *
 * @param {Context} ctx
 * @param {Attachment} attachment
 * @param {boolean} thumbnail
 * @returns {string | null}
 */
export function source(ctx, attachment, thumbnail) {
  const urls = urlsOf(ctx);
  const key = `${attachment.id} ${thumbnail}`;
  const found = urls.known.get(key) ?? ctx.client.files.urlNow(attachment, thumbnail);
  if (found) {
    urls.known.set(key, found);
    return found;
  }
  if (!urls.asked.has(key)) {
    urls.asked.add(key);
    ctx.client.files.url(attachment, thumbnail).then(
      (url) => (urls.known.set(key, url), ctx.schedule()),
      () => {},
    );
  }
  return null;
}

/** A URL can expire while it is shown; a new one is requested once. @param {Context} ctx @param {Attachment} attachment @param {boolean} thumbnail */
export function broken(ctx, attachment, thumbnail) {
  const urls = urlsOf(ctx);
  const key = `${attachment.id} ${thumbnail}`;
  if (!urls.known.delete(key) || urls.asked.has(key)) return;
  urls.asked.add(key);
  ctx.client.files.url(attachment, thumbnail).then(
    (url) => (urls.known.set(key, url), ctx.schedule()),
    () => {},
  );
}

const previewsOf = perMessenger(() => ({
  /** Previews of unsent files, and when each was last drawn. @type {Map<Blob, {url: string, drawn: number}>} */
  shown: new Map(),
  sweeper: 0,
}));
const unusedMilliseconds = 60_000;

/** A `blob:` URL keeps its file in memory, so it is released when it is no longer drawn. @param {Context} ctx */
function sweep(ctx) {
  const previews = previewsOf(ctx);
  for (const [blob, { url, drawn }] of previews.shown) {
    if (Date.now() - drawn < unusedMilliseconds) continue;
    URL.revokeObjectURL(url);
    previews.shown.delete(blob);
  }
  previews.sweeper = previews.shown.size ? setTimeout(ctx.bind(sweep), unusedMilliseconds) : 0;
}

/** @param {Context} ctx @param {Blob} blob */
export function previewOf(ctx, blob) {
  const previews = previewsOf(ctx);
  const url = previews.shown.get(blob)?.url ?? URL.createObjectURL(blob);
  previews.shown.set(blob, { url, drawn: Date.now() });
  previews.sweeper ||= setTimeout(ctx.bind(sweep), unusedMilliseconds);
  return url;
}
