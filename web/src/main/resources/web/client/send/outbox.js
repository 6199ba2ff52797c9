import { newId } from './ids.js';

/**
 * Messages that the server has not acknowledged. A message is stored before it is sent, under the id it
 * is sent with, so it is neither lost nor sent twice.
 *
 * @typedef {import('../types.js').Failure} Failure
 *
 * @typedef {object} UnsentFile
 * @property {string} id
 * @property {string} name
 * @property {number} size
 * @property {string} type
 * @property {Blob} blob
 * @property {'waiting' | 'done' | 'failed'} state
 * @property {Failure | null} error
 * @property {{id: string, url: string} | null} attachment  the server's upload of the file
 * @property {number} uploadedAt  unsent uploads do not last
 *
 * @typedef {object} UnsentRecord
 * @property {string} key  also the client_message_id
 * @property {string} conversationId
 * @property {number} order
 * @property {number} since  when its writer last asked for it to be sent; as of `Date.now()`
 * @property {'text' | 'image' | 'file'} type
 * @property {string | null} content
 * @property {UnsentFile[]} files
 * @property {'waiting' | 'sending' | 'failed'} state
 * @property {Failure | null} error
 * @property {string} createdAt
 */

const IMAGES = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp']);

let lastOrder = 0;

/**
 * @param {string} conversationId
 * @param {{content?: string, files?: Blob[] | File[]}} written
 * @param {number} most  files of one message
 * @returns {UnsentRecord[]} none when there is nothing in it
 */
export function unsentRecords(conversationId, { content = '', files = [] }, most) {
  const text = content.trim() === '' ? null : content;
  if (files.length === 0) {
    return text === null ? [] : [record(conversationId, text, [])];
  }
  const records = [];
  for (let i = 0; i < files.length; i += most) {
    const part = files.slice(i, i + most).map(unsentFile);
    records.push(record(conversationId, i === 0 ? text : null, part));
  }
  return records;
}

/** @param {string} conversationId @param {string | null} content @param {UnsentFile[]} files @returns {UnsentRecord} */
function record(conversationId, content, files) {
  // Keeps the order of writing, also within one millisecond and after the clock was set back.
  lastOrder = Math.max(Date.now(), lastOrder + 1);
  return {
    key: newId(),
    conversationId,
    order: lastOrder,
    since: Date.now(),
    type: typeOf(files),
    content,
    files,
    state: 'waiting',
    error: null,
    createdAt: new Date().toISOString(),
  };
}

/** @param {UnsentFile[]} files @returns {'text' | 'image' | 'file'} */
export function typeOf(files) {
  if (files.length === 0) {
    return 'text';
  }
  return files.every((file) => IMAGES.has(file.type)) ? 'image' : 'file';
}

/** @param {Blob} blob @returns {UnsentFile} */
function unsentFile(blob) {
  return {
    id: newId(),
    name: blob instanceof File && blob.name !== '' ? blob.name : `file.${blob.type.split('/')[1] ?? 'bin'}`,
    size: blob.size,
    type: blob.type,
    blob,
    state: 'waiting',
    error: null,
    attachment: null,
    uploadedAt: 0,
  };
}

/** @param {UnsentRecord} item @param {number} order @returns {UnsentRecord} as if written anew, under its old id */
export function again(item, order) {
  // The message was refused after all its files were uploaded: the server may have deleted them.
  const isRefused = item.error?.code === 'invalid_request';
  const files = item.files.map((file) => (isRefused || file.state === 'failed'
    ? { ...file, state: /** @type {const} */ ('waiting'), error: null, attachment: null } : file));
  return { ...item, files, order, since: Date.now(), state: 'waiting', error: null };
}
