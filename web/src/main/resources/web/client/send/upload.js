import { DmFailure, parsed } from '../server/failure.js';

/**
 * Uploads one file. Uses XMLHttpRequest, because `fetch` reports no upload progress.
 *
 * @param {import('../server/api.js').Api} api
 * @param {import('./outbox.js').UnsentFile} file
 * @param {'image' | 'file'} type
 * @param {{signal: AbortSignal, progress: (share: number) => void}} options
 * @returns {Promise<{id: string, url: string, type: 'image' | 'file'}>}
 */
export async function upload(api, file, type, { signal, progress }) {
  const answer = await api.withToken((token) => attempt(api.base, file, type, token, signal, progress));
  const data = parsed(answer.text)?.data;
  if (answer.status !== 200 || !data) {
    throw DmFailure.of(answer.status, answer.text, answer.header);
  }
  return data.attachments[0];
}

/**
 * @param {string} base
 * @param {import('./outbox.js').UnsentFile} file
 * @param {string} type
 * @param {string} token
 * @param {AbortSignal} signal
 * @param {(share: number) => void} progress
 * @returns {Promise<{status: number, text: string, header: (name: string) => string | null}>}
 */
function attempt(base, file, type, token, signal, progress) {
  const form = new FormData();
  form.append('type', type);
  form.append('files', file.blob, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    signal.addEventListener('abort', abort);
    request.open('POST', `${base}/v1/messages/upload`);
    request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.upload.onprogress = (event) => progress(event.lengthComputable ? event.loaded / event.total : 0);
    request.onload = () => resolve({
      status: request.status,
      text: request.responseText,
      header: (name) => request.getResponseHeader(name),
    });
    request.onerror = () => reject(DmFailure.network());
    request.onabort = () => reject(DmFailure.cancelled());
    request.onloadend = () => signal.removeEventListener('abort', abort);
    if (signal.aborted) {
      reject(DmFailure.cancelled());
    } else {
      request.send(form);
    }
  });
}
